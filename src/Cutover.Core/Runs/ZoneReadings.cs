using Cutover.Core.Dns;

namespace Cutover.Core.Runs;

/// <summary>What a reading of the zones means: they hold what this run wrote, or someone else's change.</summary>
internal static class ZoneReadings
{
    public static Draft Request(Draft draft) => draft
        .With(draft.State with { ZoneReadAt = draft.Now + draft.Plan.Pace.ZoneRead })
        .Command(new ReadZoneCommand(draft.State.Reading, draft.State.Phase.IsRollback()));

    public static Draft Read(Draft draft, ZoneReadEvent read) => read.Reading == draft.State.Reading
        ? BreakGlasses.TakeOver(draft, read.Found) ?? Compared(draft, read)
        : draft.Because("A reading of the zone from before the latest change: it says nothing about now.");

    public static Draft Unread(Draft draft, ZoneUnreadEvent unread)
    {
        var soon = draft.Now + draft.Plan.Pace.RetryLongest;
        var at = draft.State.ZoneReadAt < soon ? draft.State.ZoneReadAt : soon;
        return draft.With(draft.State with { ZoneReadAt = at }).Because($"The zone could not be read: {unread.Why}.");
    }

    private static Draft Compared(Draft draft, ZoneReadEvent read)
    {
        var comparison = ZoneComparison.Of(draft, read.Found);
        var seen = comparison switch
        {
            { Difference: { } difference } => Drifts.Seen(draft, comparison.Foreign, difference, read.Found),
            { Late.IsEmpty: true } => Matches(draft),
            _ => Drifts.AllGone(draft),
        };
        return comparison.Late.IsEmpty ? seen : Rollbacks.Again(seen, comparison.Late, read.Found.Weights);
    }

    // What the zones hold was read after it was asked for, and so may differ from before this time.
    private static Draft Matches(Draft draft)
    {
        var askedAt = draft.State.ZoneReadAt - draft.Plan.Pace.ZoneRead;
        var good = draft.With(draft.State with { GoodAt = askedAt > draft.State.GoodAt ? askedAt : draft.State.GoodAt });
        var clean = draft.State.Drift is null
            ? good.Because($"The zone holds {draft.State.Applied.InWords()}, as applied.")
            : Drifts.AllGone(good).Because("The zone holds what was applied again.");
        return draft.State.Phase == RunPhase.RollbackVerifying ? Rollbacks.Verified(clean) : clean;
    }
}
