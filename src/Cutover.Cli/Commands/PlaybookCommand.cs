using System.CommandLine;
using Cutover.Cli.Playbooks;

namespace Cutover.Cli.Commands;

/// <summary>Prints the playbook of a run.</summary>
internal static class PlaybookCommand
{
    public static Command Create(Shell shell)
    {
        var id = CommandParts.Run();
        var command = new Command("playbook", "Print the playbook that a run was started with, to the letter.") { id };
        shell.AtHost(command, (parsed, session) => RunAsync(parsed.GetValue(id)!.Value, session));
        return command;
    }

    private static async Task<int> RunAsync(long id, Session session)
    {
        var answer = await session.Host.PlaybookAsync(id, session.Cancellation);
        return answer.TryGet(out var text, out var problem)
            ? session.Output.Result(new RunPlaybook(id, text), console => console.Profile.Out.Writer.Write(text))
            : session.Output.Fail(problem);
    }
}
