using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;
using Cutover.Core.Runs;
using Cutover.Engine.Views;

namespace Cutover.Cli.Watching;

/// <summary>Watches a run on the screen that fits what stdout is.</summary>
internal static class Watch
{
    /// <param name="fromTheStart">Show the decisions so far as well.</param>
    /// <param name="wanted">The end that counts as success.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Session session, long id, bool fromTheStart, RunPhase wanted)
    {
        var reader = new RunReader(session.Host, id, fromTheStart);
        try
        {
            var followed = await OnScreenAsync(session, screen =>
                new RunWatch(session.Host, id, reader, screen, session.Time).FollowAsync(session.Cancellation));
            return followed.TryGet(out var run, out var problem) ? CodeOf(run.Summary.Phase, wanted) : session.Output.Fail(problem);
        }
        catch (OperationCanceledException) when (session.Cancellation.IsCancellationRequested)
        {
            return session.Output.Fail(Stopped(id));
        }
    }

    private static Task<Answer<RunView>> OnScreenAsync(Session session, Func<IWatchScreen, Task<Answer<RunView>>> follow)
    {
        var output = session.Output;
        if (output.IsJson)
        {
            return follow(new JsonScreen(output));
        }

        return output.IsTerminal && output.Text.Profile.Capabilities.Ansi
            ? LiveScreen.RunAsync(output.Text, session.Time, follow)
            : follow(new LineScreen(output, session.Host.Address));
    }

    private static int CodeOf(RunPhase phase, RunPhase wanted) => phase switch
    {
        _ when phase == wanted => ExitCodes.Ok,
        RunPhase.RolledBack => ExitCodes.RolledBack,
        RunPhase.Abandoned => ExitCodes.Abandoned,
        _ => ExitCodes.Ok,
    };

    private static CommandProblem Stopped(long id) => new(
        ExitCodes.Interrupted,
        FormattableString.Invariant($"Stopped watching. Run {id} goes on, and its gates go on guarding it."),
        Next: FormattableString.Invariant($"watch it again: cutover watch {id}"));
}
