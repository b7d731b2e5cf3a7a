using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Storage;

/// <summary>Keeps the narrow rows of runs.</summary>
internal static class RunLines
{
    public static RunLineRecord Of(RunRecord run, Plan plan, RunState state, string? reason)
    {
        var line = new RunLineRecord
        {
            RunId = run.Id,
            Playbook = run.Playbook,
            SourceName = plan.Playbook.Stacks.Source.Name,
            TargetName = plan.Playbook.Stacks.Target.Name,
            Phase = state.Phase,
            IsOpen = run.IsOpen,
            Step = state.Step + 1,
            Steps = plan.Steps.Length,
            Share = state.Applied.TargetShare(),
            StartedBy = run.StartedBy,
            StartedAt = run.StartedAt,
            EndedAt = run.EndedAt,
            Reason = reason,
            Why = state.RollbackReason,
            People = $"\n{run.StartedBy}\n",
            Search = string.Empty,
        };
        line.Search = Words(line);
        return line;
    }

    /// <summary>Writes down what a decision changed; the many that change nothing of it cost nothing.</summary>
    public static async Task MoveOnAsync(
        CutoverContext context, OpenRun run, RunEvent happened, Decision decision, DateTimeOffset now, CancellationToken cancellation)
    {
        var actor = decision.Refused ? null : (happened as OperatorAskedEvent)?.Who;
        if ((actor is null && Shown(run.State) == Shown(decision.State))
            || await context.RunLines.FindAsync([run.Id], cancellation) is not { } line)
        {
            return;
        }

        (line.Phase, line.Step, line.Share, line.Why) = Shown(decision.State);
        (line.IsOpen, line.EndedAt) = (!line.Phase.IsFinished(), line.Phase.IsFinished() ? now : null);
        line.Why ??= decision.State.Phase == RunPhase.Abandoned ? decision.Reason : null;
        line.People = Joined(line.People, actor);
        line.Search = Words(line);
    }

    /// <summary>Makes the rows of runs that an older version wrote.</summary>
    public static async Task FillAsync(CutoverContext context, CancellationToken cancellation)
    {
        var bare = await context.Runs.Where(run => !context.RunLines.Any(line => line.RunId == run.Id))
            .Select(run => run.Id).ToListAsync(cancellation);
        foreach (var id in bare)
        {
            var run = await context.Runs.AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
            var asked = await context.Decisions.AsNoTracking()
                .Where(row => row.RunId == id && !row.Refused
                    && (row.Sequence == 1 || row.Event.StartsWith("{\"event\":\"operator-asked\"")))
                .OrderBy(row => row.Sequence).Select(row => new { row.Event, row.Reason }).ToListAsync(cancellation);
            var events = asked.Select(row => RunJson.Read<RunEvent>(row.Event)).ToList();
            var line = Of(
                run,
                RunJson.Read<Plan>(run.Plan),
                RunJson.Read<RunState>(run.State),
                events.OfType<StartedEvent>().FirstOrDefault()?.Why);
            line.Why ??= run.Phase == RunPhase.Abandoned ? asked[^1].Reason : null;
            line.People = events.OfType<OperatorAskedEvent>().Aggregate(line.People, (people, one) => Joined(people, one.Who));
            line.Search = Words(line);
            context.RunLines.Add(line);
            await context.SaveChangesAsync(cancellation);
            context.ChangeTracker.Clear();
        }
    }

    private static (RunPhase Phase, int Step, double Share, string? Why) Shown(RunState state) =>
        (state.Phase, state.Step + 1, state.Applied.TargetShare(), state.RollbackReason);

    private static string Joined(string people, string? one) =>
        one is null || people.Contains($"\n{one}\n", StringComparison.Ordinal) ? people : $"{people}{one}\n";

#pragma warning disable CA1308 // A search that knows no case: the words are shown to nobody.
    private static string Words(RunLineRecord line) => FormattableString.Invariant(
        $"#{line.RunId}\n{line.Playbook}\n{line.SourceName}\n{line.TargetName}{line.People}{line.Reason}\n{line.Why}").ToLowerInvariant();
#pragma warning restore CA1308
}
