using System.CommandLine;
using Cutover.Cli.Runs;
using Spectre.Console;

namespace Cutover.Cli.Commands;

/// <summary>Shows what holds now.</summary>
internal static class StatusCommand
{
    public static Command Create(Shell shell)
    {
        var id = CommandParts.OptionalRun("without it every open run in a line");
        var command = new Command("status", "Show the open runs, or one run with its steps and gates.") { id };
        shell.AtHost(command, (parsed, session) => parsed.GetValue(id) is { } run ? OneAsync(run, session) : OpenAsync(session));
        return command;
    }

    private static async Task<int> OpenAsync(Session session)
    {
        var answer = await RunChoice.OpenAsync(session);
        return answer.TryGet(out var open, out var problem)
            ? session.Output.Result(open, console => console.Write(open.IsEmpty ? new Text("No run is open.\n") : RunTable.Of(open)))
            : session.Output.Fail(problem);
    }

    private static async Task<int> OneAsync(long id, Session session)
    {
        var answer = await session.Host.RunAsync(id, session.Cancellation);
        return answer.TryGet(out var run, out var problem)
            ? session.Output.Result(run, console => console.Write(RunText.Of(run, session.Time.GetUtcNow())))
            : session.Output.Fail(problem);
    }
}
