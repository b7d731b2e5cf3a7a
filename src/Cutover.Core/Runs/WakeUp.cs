namespace Cutover.Core.Runs;

/// <summary>
/// What is due by the clock, and when the run must look again. Both come from the state alone, so that a restart loses neither.
/// </summary>
internal static class WakeUp
{
    /// <summary>Repeats a failed change, asks after a pending one and reads the zone, where it is time.</summary>
    public static Draft RunDue(Draft draft) => ReadZone(CheckChange(Retry(draft)));

    /// <summary>The earliest time at which something can be due; always later than now.</summary>
    public static DateTimeOffset Next(Draft draft)
    {
        var state = draft.State;
        DateTimeOffset?[] times =
        [
            state.ZoneReadAt, state.Until, CanRetry(draft) ? state.Pending.FirstOrDefault()?.RetryAt : null, state.Pending.FirstOrDefault()?.CheckAt, .. Guard.Deadlines(draft),
        ];
        return times.OfType<DateTimeOffset>().Where(time => time > draft.Now).Min();
    }

    /// <summary>
    /// Over someone else's change only what a person asked for; while the run is held, only what lowers the target's share.
    /// </summary>
    private static bool CanRetry(Draft draft) => draft.State switch
    {
        { Drift: not null } => draft.State.Pending.FirstOrDefault() is { Overwrite: true },
        { Hold: not null } => draft.State.Phase.IsRollback() || !Changes.Raises(draft.State),
        _ => true,
    };

    private static Draft Retry(Draft draft) =>
        draft.State.Pending.FirstOrDefault() is { RetryAt: { } at } change && at <= draft.Now && CanRetry(draft)
            ? Changes.Request(draft, change with { RetryAt = null })
            : draft;

    private static Draft CheckChange(Draft draft)
    {
        if (draft.State.Pending.FirstOrDefault() is not { ChangeId: { } id, CheckAt: { } at } change || at > draft.Now)
        {
            return draft;
        }

        var next = change with { CheckAt = draft.Now + draft.Plan.Pace.SyncCheck };
        return draft
            .With(draft.State with { Pending = [next] })
            .Command(new CheckChangeCommand(change.Number, id, draft.State.Phase.IsRollback()));
    }

    private static Draft ReadZone(Draft draft) => draft.State.ZoneReadAt > draft.Now ? draft : ZoneReadings.Request(draft);
}
