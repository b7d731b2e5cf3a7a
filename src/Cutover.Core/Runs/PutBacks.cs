using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Runs;

/// <summary>
/// A step is taken by every zone or by none. When a run is held while only some have it, those are given back what they held before.
/// </summary>
internal static class PutBacks
{
    /// <summary>
    /// True for a step that takes traffic to the target, or lowers the TTL before one. Only such a step is put back: to undo one that
    /// lowers the target's share would raise it again, so that is retried until it is done.
    /// </summary>
    public static bool GoesForward(Draft draft)
    {
        if (draft.State.Step < 0)
        {
            return false;
        }

        var (wanted, before) = (draft.Plan.WeightsOf(draft.State.Step), draft.State.Before);
        return wanted.RisesOver(before)
            || (draft.Plan.Steps[draft.State.Step].Kind == StepKind.LowerTtl && !before.RisesOver(wanted));
    }

    /// <summary>Puts a half-written step back once the run is held and no answer is awaited.</summary>
    public static Draft Watch(Draft draft) =>
        draft.State is { Phase: RunPhase.Applying, Hold: not null, RollbackReason: null }
        && !draft.State.Pending.Any(change => change.Restores || IsAwaited(change))
        && GoesForward(draft) && IsHalf(draft.State)
            ? Begin(draft)
            : draft;

    /// <summary>An attempt is under way, and its outcome is not known.</summary>
    public static bool IsAwaited(PendingChange change) => change is { Asked: true, ChangeId: null, RetryAt: null };

    /// <summary>Every zone holds what it held before the step, and the run is at the step before.</summary>
    public static Draft Done(Draft draft) => Landings.AtStepBefore(
        draft.Because($"Every zone holds what it held before the step: {Standing(draft)}."),
        bakeSkipped: true,
        draft.Now + draft.State.Settle);

    private static Draft Begin(Draft draft)
    {
        var zones = draft.Plan.Zones.Where(zone => IsWritten(draft.State, zone.Id) || IsInDoubt(draft.State, zone.Id)).ToList();
        var changes = zones.Select(zone => Writes.Of(draft, zone.Id, StoodBefore(draft, zone.Id)) with { Restores = true }).ToList();
        var words = string.Join(", ", changes.Select(change => change.Wanted.InWords()));
        var begun = draft
            .With(draft.State with { Pending = [] })
            .Enter(RunPhase.PuttingBack)
            .Because($"Not every zone took the step ({Standing(draft)}); putting back {words}.");
        return changes.Aggregate(begun, Writes.Add)
            .Announce(Severity.Warning, $"Not every zone took the step ({Standing(draft)}); putting back what took it.");
    }

    // Which zone stands where.
    private static string Standing(Draft draft) => string.Join(
        "; ", draft.Plan.Zones.Select(zone => $"{zone.Name.TrimEnd('.')}: {draft.State.Applied.In(zone.Id).InWords()}"));

    private static bool IsHalf(RunState state)
    {
        var open = state.Pending.Where(change => change.ChangeId is null).ToList();
        var written = state.Applied.Select(pair => pair.Record.ZoneId).Distinct().Where(zone => IsWritten(state, zone)).ToList();
        return open.Count > 0
            && (written.Count > 0 || open.Any(change => change.InDoubt))
            && written.Union(open.Select(change => change.ZoneId)).Count() > 1;
    }

    private static bool IsWritten(RunState state, string zoneId) => !state.Applied.In(zoneId).SameAs(state.Before.In(zoneId));

    private static bool IsInDoubt(RunState state, string zoneId) =>
        state.Pending.Any(change => change.ZoneId == zoneId && change is { ChangeId: null, InDoubt: true });

    // Weights that a person adopted are never written: instead of them, the plan's of the step before, or the initial ones.
    private static ImmutableArray<RecordWeights> StoodBefore(Draft draft, string zoneId)
    {
        var before = draft.State.Before.In(zoneId);
        var step = draft.State.Step == 0 ? draft.Plan.Initial : draft.Plan.WeightsOf(draft.State.Step - 1);
        return PlannedWeights.Contain(draft.Plan, before) ? before : step.In(zoneId).RisesOver(before) ? draft.Plan.Initial : step;
    }
}
