using Cutover.Core.Dns;

namespace Cutover.Core.Runs;

/// <summary>What Route 53 said to a change.</summary>
internal static class ChangeOutcomes
{
    public static Draft Accepted(Draft draft, ChangeAcceptedEvent accepted)
    {
        if (Current(draft, accepted.Change) is not { ChangeId: null, Asked: true } change)
        {
            return Late(draft, accepted.Change);
        }

        var due = change with
        {
            ChangeId = accepted.ChangeId,
            AcceptedAt = draft.Now,
            CheckAt = draft.Now + draft.Plan.Pace.SyncCheck,
            RetryAt = null,
            InDoubt = false,
        };
        var replaced = accepted.Replaced is null ? string.Empty : $" It replaced {accepted.Replaced}.";
        var left = accepted.LeftAlone is null ? string.Empty : $" It left alone: {accepted.LeftAlone}.";
        return Entered(Written(Writes.Update(draft, due), change))
            .Because($"Route 53 accepted {change.Wanted.InWords()} ({accepted.ChangeId}).{replaced}{left}");
    }

    public static Draft Failed(Draft draft, ChangeFailedEvent failed)
    {
        if (Current(draft, failed.Change) is not { ChangeId: null, Asked: true } change)
        {
            return Late(draft, failed.Change);
        }

        if (failed.Failure == ChangeFailure.Conflict)
        {
            // What a person was shown is not there any more: it takes another look.
            return Drifts.Conflict(Again(draft, change with { Shown = null }), change.ZoneId, failed.Why);
        }

        var again = Again(draft, change with { InDoubt = change.InDoubt || failed.Failure == ChangeFailure.Passing });
        return Undone(
            again.Because($"Attempt {change.Attempts + 1} to apply {change.Wanted.InWords()} failed: {failed.Why}."), change, failed);
    }

    /// <summary>What follows when a change is not in force: what goes back is retried until it is done, a step only so often.</summary>
    public static Draft Undone(Draft again, PendingChange change, ChangeFailedEvent failed) =>
        again.State.Phase.IsRollback() || change.Restores ? Persist(again, change, failed) : GiveUpInTime(again, change, failed);

    /// <summary>The change is to be asked for once more, a while later.</summary>
    public static Draft Again(Draft draft, PendingChange change)
    {
        var wait = draft.Plan.Pace.RetryAfter(change.Attempts + 1);
        // What keeps a rollback out may end at any moment: it looks as often as it would look after a pending change.
        var soon = draft.State.Phase.IsRollback() && wait > draft.Plan.Pace.SyncCheck ? draft.Plan.Pace.SyncCheck : wait;
        return Writes.Update(draft, change with { Attempts = change.Attempts + 1, RetryAt = draft.Now + soon });
    }

    public static PendingChange? Current(Draft draft, int number) =>
        draft.State.Pending.FirstOrDefault(change => change.Number == number);

    public static Draft Late(Draft draft, int number) =>
        draft.Because($"A late result of change {number}, which nothing waits for any more.");

    private static Draft Written(Draft draft, PendingChange change)
    {
        var state = draft.State;
        var marked = state.Marked.Remove(change.ZoneId);
        return Drifts.Gone(
            draft.With(state with
            {
                Applied = state.Applied.UpdatedBy(change.Wanted),
                Marked = change.Release || draft.Plan.Owner is null ? marked : marked.Add(change.ZoneId),
                Reading = state.Reading + 1,
                GoodAt = draft.Now,
            }),
            change.ZoneId);
    }

    private static Draft Entered(Draft draft)
    {
        var all = draft.State.Pending.All(change => change.ChangeId is not null);
        return draft.State.Phase switch
        {
            RunPhase.PuttingBack => draft,
            var phase when phase.IsRollback() => draft.Enter(all ? RunPhase.RollbackSyncing : RunPhase.RollbackApplying),
            _ => draft.Enter(all ? RunPhase.Syncing : RunPhase.Applying),
        };
    }

    // However lasting the failure looks: credentials and policies get mended.
    private static Draft Persist(Draft draft, PendingChange change, ChangeFailedEvent failed) => change.Attempts % 10 != 0
        ? Retrying(draft, change)
        : Retrying(draft, change).Announce(
            Severity.Critical,
            $"{(draft.State.Phase.IsRollback() ? "The rollback" : "Going back")} to {change.Wanted.InWords()} is not applied yet, "
                + $"and is being retried: {failed.Why}.");

    private static Draft GiveUpInTime(Draft draft, PendingChange change, ChangeFailedEvent failed) =>
        failed.Failure == ChangeFailure.Passing && change.Attempts + 1 < draft.Plan.Pace.StepAttempts
            ? Retrying(draft, change)
            : draft.HoldFor(HoldReason.ChangeRefused, $"Route 53 does not take {change.Wanted.InWords()}: {failed.Why}");

    private static Draft Retrying(Draft draft, PendingChange change) =>
        Current(draft, change.Number) is { RetryAt: { } at }
        && (draft.State.Hold is null || draft.State.Phase.IsRollback() || change.Restores)
            ? draft.Because(FormattableString.Invariant($"Trying again in {(at - draft.Now).TotalSeconds:0.#} s."))
            : draft;
}
