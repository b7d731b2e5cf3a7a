using System.Globalization;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Runs;

/// <summary>What becomes of accepted changes, until all of them are INSYNC.</summary>
internal static class Syncs
{
    public static Draft Pending(Draft draft, ChangePendingEvent pending) =>
        ChangeOutcomes.Current(draft, pending.Change) is { ChangeId: not null } change
            ? Overdue(draft, change with { PendingAt = draft.Now }, string.Empty).Because("The change is PENDING.")
            : ChangeOutcomes.Late(draft, pending.Change);

    public static Draft Unchecked(Draft draft, ChangeUncheckedEvent @unchecked) =>
        ChangeOutcomes.Current(draft, @unchecked.Change) is { ChangeId: not null } change
            ? Overdue(draft, change, $"GetChange cannot be asked: {@unchecked.Why}")
                .Because($"The change's status could not be read: {@unchecked.Why}.")
            : ChangeOutcomes.Late(draft, @unchecked.Change);

    /// <summary>
    /// An id that Route 53 does not know is never INSYNC: the same weights are written once more, under an id that it knows.
    /// </summary>
    public static Draft Unknown(Draft draft, ChangeUnknownEvent unknown)
    {
        if (ChangeOutcomes.Current(draft, unknown.Change) is not { ChangeId: { } id } change)
        {
            return ChangeOutcomes.Late(draft, unknown.Change);
        }

        // Accepted, then forgotten: the zone holds these weights, or what they were to replace.
        var lost = change with
        {
            ChangeId = null, AcceptedAt = null, CheckAt = null, PendingAt = null, InDoubt = true, Known = change.Known.Add(change.Wanted),
        };
        var again = Reapplying(draft)
            .Because($"Route 53 does not know the change {id}; applying {change.Wanted.InWords()} again.");
        return ChangeOutcomes.Undone(
            ChangeOutcomes.Again(again, lost), lost, new ChangeFailedEvent(unknown.Change, ChangeFailure.Passing, unknown.Why));
    }

    public static Draft InSync(Draft draft, ChangeInSyncEvent inSync)
    {
        if (ChangeOutcomes.Current(draft, inSync.Change) is not { ChangeId: not null } change)
        {
            return ChangeOutcomes.Late(draft, inSync.Change);
        }

        var synced = draft.With(draft.State with { Pending = draft.State.Pending.Remove(change) });
        return synced.State.Pending.IsEmpty
            ? InForce(synced)
            : synced.Because($"{change.Wanted.InWords()} is INSYNC; other zones are not yet.");
    }

    /// <summary>Every change is INSYNC.</summary>
    public static Draft InForce(Draft draft) => draft.State.Phase switch
    {
        RunPhase.PuttingBack => PutBacks.Done(draft),
        var phase when phase.IsRollback() => Verify(draft),
        _ => Settle(draft, draft.Now + draft.State.Settle),
    };

    /// <summary>Waits until resolvers have let go of what was replaced; the answers are watched from now on.</summary>
    public static Draft Settle(Draft draft, DateTimeOffset until) => Observing.Begin(draft
        .Enter(RunPhase.Settling, until)
        .Because($"INSYNC. Settling for the TTL of {(until - draft.Now).TotalSeconds:0} s."));

    private static Draft Verify(Draft draft) => ZoneReadings.Request(draft
        .With(draft.State with { Reading = draft.State.Reading + 1 })
        .Enter(RunPhase.RollbackVerifying)
        .Because("The initial weights are INSYNC; reading the zone to verify."));

    private static Draft Reapplying(Draft draft) => draft.State.Phase switch
    {
        RunPhase.PuttingBack => draft,
        var phase => draft.Enter(phase.IsRollback() ? RunPhase.RollbackApplying : RunPhase.Applying),
    };

    private static Draft Overdue(Draft draft, PendingChange change, string now)
    {
        var seen = Writes.Update(draft, change);
        var age = draft.Now - change.AcceptedAt!.Value;
        return age < draft.Plan.Pace.SyncLimit ? seen : seen.HoldFor(HoldReason.SyncOverdue, OverdueWords(draft, change, age, now));
    }

    // PENDING only where GetChange said so: a change that nobody can ask after may be in force for long.
    private static string OverdueWords(Draft draft, PendingChange change, TimeSpan age, string now) => change.PendingAt switch
    {
        { } at when at == draft.Now => FormattableString.Invariant(
            $"the change {change.ChangeId} has been PENDING for {age.TotalMinutes:0} min"),
        { } at => string.Create(
            CultureInfo.InvariantCulture,
            $"the change {change.ChangeId}, accepted {age.TotalMinutes:0} min ago, was last PENDING at {at.UtcDateTime:T} UTC; {now}"),
        null => FormattableString.Invariant(
            $"the change {change.ChangeId} was accepted {age.TotalMinutes:0} min ago and nobody knows whether it is in force; {now}"),
    };
}
