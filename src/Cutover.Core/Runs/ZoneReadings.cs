using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Runs;

/// <summary>What a reading of the zone means: it holds what this run wrote, or someone else's change.</summary>
internal static class ZoneReadings
{
    public static Draft Request(Draft draft) => draft
        .With(draft.State with { ZoneReadAt = draft.Now + draft.Plan.Pace.ZoneRead })
        .Command(new ReadZoneCommand(draft.State.Reading, draft.State.Phase.IsRollback()));

    public static Draft Read(Draft draft, ZoneReadEvent read)
    {
        if (read.Reading != draft.State.Reading)
        {
            return draft.Because("A reading of the zone from before the latest change: it says nothing about now.");
        }

        var difference = Difference(draft, read);
        return difference is null ? Matches(draft) : Differs(draft, read, difference);
    }

    public static Draft Unread(Draft draft, ZoneUnreadEvent unread)
    {
        var soon = draft.Now + draft.Plan.Pace.RetryLongest;
        var at = draft.State.ZoneReadAt < soon ? draft.State.ZoneReadAt : soon;
        return draft.With(draft.State with { ZoneReadAt = at }).Because($"The zone could not be read: {unread.Why}.");
    }

    public static Draft Drifted(Draft draft, string difference) => draft
        .With(draft.State with { Drift = difference })
        .HoldFor(HoldReason.Drifted, $"the zone was changed by someone else: {difference}");

    private static Draft Matches(Draft draft)
    {
        var clean = draft.State.Drift is null
            ? draft.Because($"The zone holds {draft.State.Applied.InWords()}, as applied.")
            : draft.With(draft.State with { Drift = null, Hold = draft.State.Phase.IsRollback() ? null : draft.State.Hold })
                .Because("The zone holds what was applied again.");
        return draft.State.Phase == RunPhase.RollbackVerifying ? Rollbacks.Verified(clean) : clean;
    }

    private static Draft Differs(Draft draft, ZoneReadEvent read, string difference)
    {
        // A write of this run that was cut off by the rollback can still arrive after it.
        var lateWrite = draft.State.Phase.IsRollback() && read.Found.Differences.IsEmpty && IsOurs(draft, read.Found.Weights);
        return lateWrite ? RestoreAgain(draft, read.Found.Weights) : Drifted(draft, difference);
    }

    private static Draft RestoreAgain(Draft draft, ImmutableArray<RecordWeights> found)
    {
        const string LateWrite = "; a late write of this run had undone it";
        var reason = draft.State.RollbackReason?.Replace(LateWrite, string.Empty, StringComparison.Ordinal) + LateWrite;
        return Rollbacks.Begin(draft.With(draft.State with { Applied = found, Drift = null }), reason, overwrite: false);
    }

    private static bool IsOurs(Draft draft, ImmutableArray<RecordWeights> weights) =>
        Enumerable.Range(0, draft.Plan.Steps.Length).Any(step => draft.Plan.WeightsOf(step).SameAs(weights));

    private static string? Difference(Draft draft, ZoneReadEvent read)
    {
        if (!read.Found.Differences.IsEmpty)
        {
            return string.Join("; ", read.Found.Differences);
        }

        var state = draft.State;
        var inFlight = state.Pending.FirstOrDefault() is { ChangeId: null } change
            && (read.Found.Weights.SameAs(change.Wanted) || change.Known.Any(known => known.SameAs(read.Found.Weights)));
        return inFlight || read.Found.Weights.SameAs(state.Applied)
            ? null
            : $"weights are {read.Found.Weights.InWords()}, applied were {state.Applied.InWords()}";
    }
}
