using System.CommandLine;
using Cutover.Cli.Watching;
using Cutover.Core.Runs;

namespace Cutover.Cli.Commands;

/// <summary>Watches a run until it ends.</summary>
internal static class WatchCommand
{
    public static Command Create(Shell shell)
    {
        var id = CommandParts.OptionalRun("without it the only open one");
        var command = new Command("watch", "Watch a run until it ends. Ctrl-C stops the watching and leaves the run alone.") { id };
        shell.AtHost(command, (parsed, session) => RunAsync(parsed.GetValue(id), session));
        return command;
    }

    private static async Task<int> RunAsync(long? asked, Session session) =>
        (await RunChoice.ChooseAsync(asked, session)).TryGet(out var id, out var problem)
            ? await Watch.RunAsync(session, id, fromTheStart: false, wanted: RunPhase.Completed)
            : session.Output.Fail(problem);
}
