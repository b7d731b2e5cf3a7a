using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Runs;

/// <summary>What becomes of a change of weights, from the request to INSYNC.</summary>
internal static class Changes
{
    /// <summary>Asks for new weights under a new number.</summary>
    public static Draft Begin(Draft draft, ImmutableArray<RecordWeights> wanted, bool overwrite)
    {
        var number = draft.State.Changes + 1;
        return Request(draft.With(draft.State with { Changes = number }), new PendingChange(number, wanted, Known(draft.State), overwrite));
    }

    // A change that is cut off may or may not have been written, and what was last seen to be in force may be there still.
    private static ImmutableArray<ImmutableArray<RecordWeights>> Known(RunState state)
    {
        var known = state.Change is { ChangeId: null } inFlight ? inFlight.Known.Add(inFlight.Wanted) : [];
        return known.Any(weights => weights.SameAs(state.Applied)) ? known : known.Add(state.Applied);
    }

    /// <summary>Asks for a change, for the first time or again.</summary>
    public static Draft Request(Draft draft, PendingChange change) => draft
        .With(draft.State with { Change = change })
        .Command(new ApplyWeightsCommand(change.Number, change.Wanted, change.Known, change.Overwrite, draft.State.Phase.IsRollback()));

    /// <summary>True when the change under way would send more traffic to the target than it has now.</summary>
    public static bool Raises(RunState state) =>
        state.Change is { ChangeId: null } change && change.Wanted.TargetShare() > state.Applied.TargetShare();

    public static Draft Accepted(Draft draft, ChangeAcceptedEvent accepted)
    {
        if (Current(draft, accepted.Change) is not { ChangeId: null } change)
        {
            return Late(draft, accepted.Change);
        }

        var replaced = accepted.Replaced is null ? string.Empty : $" It replaced {accepted.Replaced}.";
        var due = change with
        {
            ChangeId = accepted.ChangeId,
            AcceptedAt = draft.Now,
            CheckAt = draft.Now + draft.Plan.Pace.SyncCheck,
            RetryAt = null,
        };
        return draft
            .With(draft.State with
            {
                Applied = change.Wanted,
                Change = due,
                Drift = null,
                Hold = draft.State.Phase.IsRollback() ? null : draft.State.Hold,
            })
            .Enter(draft.State.Phase.IsRollback() ? RunPhase.RollbackSyncing : RunPhase.Syncing)
            .Because($"Route 53 accepted {change.Wanted.InWords()} ({accepted.ChangeId}).{replaced}");
    }

    public static Draft Pending(Draft draft, ChangePendingEvent pending) => Current(draft, pending.Change) is { ChangeId: not null } change
        ? Overdue(draft, change with { PendingAt = draft.Now }, string.Empty).Because("The change is PENDING.")
        : Late(draft, pending.Change);

    public static Draft Unchecked(Draft draft, ChangeUncheckedEvent @unchecked) =>
        Current(draft, @unchecked.Change) is { ChangeId: not null } change
            ? Overdue(draft, change, $"GetChange cannot be asked: {@unchecked.Why}")
                .Because($"The change's status could not be read: {@unchecked.Why}.")
            : Late(draft, @unchecked.Change);

    /// <summary>
    /// An id that Route 53 does not know is never INSYNC: the same weights are written once more, under an id that it knows.
    /// </summary>
    public static Draft Unknown(Draft draft, ChangeUnknownEvent unknown)
    {
        if (Current(draft, unknown.Change) is not { ChangeId: { } id } change)
        {
            return Late(draft, unknown.Change);
        }

        // Accepted, then forgotten: the zone holds these weights, or what they were to replace.
        var lost = change with
        {
            ChangeId = null, AcceptedAt = null, CheckAt = null, PendingAt = null, Known = change.Known.Add(change.Wanted),
        };
        var again = draft
            .Enter(draft.State.Phase.IsRollback() ? RunPhase.RollbackApplying : RunPhase.Applying)
            .Because($"Route 53 does not know the change {id}; applying {change.Wanted.InWords()} again.");
        return Undone(Again(again, lost), lost, new ChangeFailedEvent(unknown.Change, ChangeFailure.Passing, unknown.Why));
    }

    public static Draft InSync(Draft draft, ChangeInSyncEvent inSync)
    {
        if (Current(draft, inSync.Change) is not { ChangeId: not null })
        {
            return Late(draft, inSync.Change);
        }

        var synced = draft.With(draft.State with { Change = null });
        return draft.State.Phase.IsRollback()
            ? ZoneReadings.Request(synced.Enter(RunPhase.RollbackVerifying).Because(
                "The initial weights are INSYNC; reading the zone to verify."))
            : synced.Enter(RunPhase.Settling, draft.Now + draft.Plan.Ttl)
                .Because($"INSYNC. Settling for the TTL of {draft.Plan.Ttl.TotalSeconds:0} s.");
    }

    public static Draft Failed(Draft draft, ChangeFailedEvent failed)
    {
        if (Current(draft, failed.Change) is not { ChangeId: null } change)
        {
            return Late(draft, failed.Change);
        }

        if (failed.Failure == ChangeFailure.Conflict)
        {
            return ZoneReadings.Drifted(Again(draft, change), failed.Why);
        }

        var again = Again(draft, change).Because($"Attempt {change.Attempts + 1} to apply {change.Wanted.InWords()} failed: {failed.Why}.");
        return Undone(again, change, failed);
    }

    private static Draft Undone(Draft again, PendingChange change, ChangeFailedEvent failed) =>
        again.State.Phase.IsRollback() ? Persist(again, change, failed) : GiveUpInTime(again, change, failed);

    // A rollback is retried until it is done, however lasting the failure looks: credentials and policies get mended.
    private static Draft Persist(Draft draft, PendingChange change, ChangeFailedEvent failed) => change.Attempts % 10 != 0
        ? Retrying(draft)
        : Retrying(draft).Announce(
            Severity.Critical, $"The rollback to {change.Wanted.InWords()} is not applied yet, and is being retried: {failed.Why}.");

    private static Draft GiveUpInTime(Draft draft, PendingChange change, ChangeFailedEvent failed) =>
        failed.Failure == ChangeFailure.Passing && change.Attempts + 1 < draft.Plan.Pace.StepAttempts
            ? Retrying(draft)
            : draft.HoldFor(HoldReason.ChangeRefused, $"Route 53 does not take {change.Wanted.InWords()}: {failed.Why}");

    private static Draft Again(Draft draft, PendingChange change)
    {
        var wait = draft.Plan.Pace.RetryAfter(change.Attempts + 1);
        // What keeps a rollback out may end at any moment: it looks as often as it would look after a pending change.
        var soon = draft.State.Phase.IsRollback() && wait > draft.Plan.Pace.SyncCheck ? draft.Plan.Pace.SyncCheck : wait;
        return draft.With(draft.State with { Change = change with { Attempts = change.Attempts + 1, RetryAt = draft.Now + soon } });
    }

    private static Draft Retrying(Draft draft) =>
        draft.State is { Change.RetryAt: { } at } state && (state.Hold is null || state.Phase.IsRollback())
        ? draft.Because(FormattableString.Invariant($"Trying again in {(at - draft.Now).TotalSeconds:0.#} s."))
        : draft;

    private static Draft Overdue(Draft draft, PendingChange change, string now)
    {
        var seen = draft.With(draft.State with { Change = change });
        var age = draft.Now - change.AcceptedAt!.Value;
        return age < draft.Plan.Pace.SyncLimit ? seen : seen.HoldFor(HoldReason.SyncOverdue, OverdueWords(draft, change, age, now));
    }

    // PENDING only where GetChange said so: a change that nobody can ask after may be in force for long.
    private static string OverdueWords(Draft draft, PendingChange change, TimeSpan age, string now) => change.PendingAt switch
    {
        { } at when at == draft.Now => FormattableString.Invariant(
            $"the change {change.ChangeId} has been PENDING for {age.TotalMinutes:0} min"),
        { } at => FormattableString.Invariant(
            $"the change {change.ChangeId}, accepted {age.TotalMinutes:0} min ago, was last PENDING at {at.UtcDateTime:HH:mm:ss} UTC; {now}"),
        null => FormattableString.Invariant(
            $"the change {change.ChangeId} was accepted {age.TotalMinutes:0} min ago and nobody knows whether it is in force; {now}"),
    };

    private static PendingChange? Current(Draft draft, int number) =>
        draft.State.Change is { } change && change.Number == number ? change : null;

    private static Draft Late(Draft draft, int number) =>
        draft.Because($"A late result of change {number}, which nothing waits for any more.");
}
