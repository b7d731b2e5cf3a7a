namespace Cutover.Core.Runs;

/// <summary>
/// What is due by the clock, and when the run must look again. Both come from the state alone, so that a restart loses neither.
/// </summary>
internal static class WakeUp
{
    /// <summary>Repeats a failed change, asks after a pending one and reads the zone, where it is time.</summary>
    public static Draft RunDue(Draft draft) => ReadZone(Observing.AskDue(CheckChanges(Writes.AskDue(draft))));

    /// <summary>The earliest time at which something can be due; always later than now.</summary>
    public static DateTimeOffset Next(Draft draft)
    {
        var state = draft.State;
        DateTimeOffset?[] times =
        [
            state.ZoneReadAt,
            state.Until,
            .. state.Pending.Where(change => Writes.MayAsk(draft, change)).Select(change => change.RetryAt),
            .. state.Pending.Select(change => change.CheckAt),
            Preflights.Deadline(draft),
            .. Guard.Deadlines(draft),
            .. Observing.Deadlines(draft),
            ShareWait.Deadline(draft),
        ];
        return times.OfType<DateTimeOffset>().Where(time => time > draft.Now).Min();
    }

    private static Draft CheckChanges(Draft draft) => draft.State.Pending
        .Where(change => change.CheckAt <= draft.Now)
        .Aggregate(draft, (all, change) => Writes
            .Update(all, change with { CheckAt = draft.Now + draft.Plan.Pace.SyncCheck })
            .Command(new CheckChangeCommand(change.Number, change.ChangeId!, draft.State.Phase.IsRollback())));

    private static Draft ReadZone(Draft draft) => draft.State.ZoneReadAt > draft.Now ? draft : ZoneReadings.Request(draft);
}
