using System.Collections.Immutable;
using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;
using Cutover.Engine.Views;

namespace Cutover.Cli.Commands;

/// <summary>Which run a command is about: the one that was named or, without a name, the only one that is open.</summary>
internal static class RunChoice
{
    private const int Page = 200;

    public static async Task<Answer<long>> ChooseAsync(long? asked, Session session)
    {
        if (asked is { } id)
        {
            return id;
        }

        var answer = await OpenAsync(session);
        return answer.TryGet(out var open, out var problem) ? Only(open) : problem;
    }

    /// <summary>Every open run.</summary>
    public static async Task<Answer<ImmutableArray<RunSummaryView>>> OpenAsync(Session session)
    {
        var open = ImmutableArray.CreateBuilder<RunSummaryView>();
        while (true)
        {
            var answer = await session.Host.RunsAsync(open.Count, Page, session.Cancellation);
            if (!answer.TryGet(out var runs, out var problem))
            {
                return problem;
            }

            // Open runs come first, so the first finished one is behind the last of them.
            open.AddRange(runs.TakeWhile(run => run.IsOpen));
            if (runs.Length < Page || !runs[^1].IsOpen)
            {
                return open.ToImmutable();
            }
        }
    }

    private static Answer<long> Only(ImmutableArray<RunSummaryView> open) => open switch
    {
        [var only] => only.Id,
        [] => new CommandProblem(
            ExitCodes.NoSuchRun,
            "no run is open",
            Next: "name a finished one by its id (cutover history), or start one: cutover start <file>"),
        _ => new CommandProblem(
            ExitCodes.NoSuchRun,
            FormattableString.Invariant($"{open.Length} runs are open"),
            string.Join("; ", open.Select(Line)),
            "say which one by its id"),
    };

    private static string Line(RunSummaryView run) =>
        FormattableString.Invariant($"{run.Id} {run.Playbook} ({run.Phase}, step {run.Step} of {run.Steps})");
}
