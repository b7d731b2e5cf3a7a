using System.CommandLine;
using Cutover.Cli.Plans;
using Cutover.Cli.Playbooks;

namespace Cutover.Cli.Commands;

/// <summary>Shows what a start would do.</summary>
internal static class PlanCommand
{
    public static Command Create(Shell shell)
    {
        var file = CommandParts.File();
        var command = new Command("plan", "Show what a start would do: exact records and weights of every step. Changes nothing.") { file };
        shell.AtHost(command, (parsed, session) => RunAsync(parsed.GetRequiredValue(file), session));
        return command;
    }

    private static async Task<int> RunAsync(string file, Session session)
    {
        if (!(await PlaybookSource.ReadAsync(file, session.Cancellation)).TryGet(out var source, out var unread))
        {
            return session.Output.Fail(unread);
        }

        var answer = await session.Host.PlanAsync(source.Text, session.Cancellation);
        return answer.TryGet(out var plan, out var problem)
            ? session.Output.Result(plan, console => console.Write(PlanText.Of(plan)))
            : session.Output.Fail(problem with { Source = source });
    }
}
