using System.Collections.Immutable;
using Cutover.Core.Plans;

namespace Cutover.Core.Runs;

/// <summary>
/// The only place that decides. Pure: the same plan, state, event and time give the same decision. One event is taken in four strokes:
/// absorb it into the state, let the guard judge, advance where nothing is in the way, and set the next wake-up from the state.
/// </summary>
public static class RunMachine
{
    /// <summary>Starts a run.</summary>
    public static Decision Start(Plan plan, StartedEvent started, DateTimeOffset now)
    {
        var state = new RunState(
            RunPhase.Preflight,
            now,
            Step: -1,
            plan.Initial,
            plan.Playbook.Gates.ToImmutableSortedDictionary(gate => gate.Name, _ => new GateState(null, null, now), StringComparer.Ordinal),
            StartedAt: now,
            DecidedAt: now,
            now + plan.Pace.ZoneRead,
            Pending: [],
            plan.Initial,
            Marked: [],
            GoodAt: now,
            StartedBy: started.Person);
        var draft = new Draft(
            plan, state, now, [], [$"Started by {started.Who}{(started.Why is null ? string.Empty : $": {started.Why}")}."]);
        return Finish(Preflights.Begin(draft));
    }

    /// <summary>Decides what one event means for a run.</summary>
    public static Decision Decide(Plan plan, RunState state, RunEvent happened, DateTimeOffset now)
    {
        var draft = new Draft(plan, state, now, [], []);
        if (state.Phase.IsFinished())
        {
            var ending = state.Phase == RunPhase.RolledBack ? "rolled back" : state.Phase.ToString().ToLowerInvariant();
            var over = $"The run is over ({ending}): nothing was done.";
            return Seal(happened is OperatorAskedEvent ? draft.Refuse(over) : draft.Because(over));
        }

        return Finish(PutBacks.Watch(Advancing.Advance(ShareWait.Watch(Observing.Watch(Guard.Watch(Absorb(draft, happened)))))));
    }

    private static Draft Absorb(Draft draft, RunEvent happened) => happened switch
    {
        TickedEvent => draft,
        TakenUpEvent => ShareWait.TakenUp(Guard.TakenUp(draft)),
        ChangeUnknownEvent unknown => Syncs.Unknown(draft, unknown),
        GateJudgedEvent judged => Guard.Judged(draft, judged),
        DialsComparedEvent compared => Preflights.Compared(draft, compared),
        ChangeAcceptedEvent accepted => ChangeOutcomes.Accepted(draft, accepted),
        ChangePendingEvent pending => Syncs.Pending(draft, pending),
        ChangeInSyncEvent inSync => Syncs.InSync(draft, inSync),
        ChangeFailedEvent failed => ChangeOutcomes.Failed(draft, failed),
        ChangeUncheckedEvent @unchecked => Syncs.Unchecked(draft, @unchecked),
        ZoneReadEvent read => ZoneReadings.Read(draft, read),
        ZoneUnreadEvent unread => ZoneReadings.Unread(draft, unread),
        AnswersObservedEvent observed => Observing.Observed(draft, observed),
        ConnectionsCountedEvent counted => ShareWait.Counted(draft, counted),
        OperatorAskedEvent asked => OperatorActs.Asked(draft, asked),
        StartedEvent => draft.Refuse("The run has been started already."),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "not an event of this machine"),
    };

    private static Decision Finish(Draft draft)
    {
        if (draft.State.Phase.IsFinished())
        {
            return Seal(draft.With(draft.State with { DecidedAt = draft.Now, WakeAt = null, Pending = [], Hold = null, Until = null }));
        }

        var due = WakeUp.RunDue(draft);
        var wakeAt = WakeUp.Next(due);
        return Seal(due.With(due.State with { DecidedAt = draft.Now, WakeAt = wakeAt }).Command(new WakeAtCommand(wakeAt)));
    }

    private static Decision Seal(Draft draft) => new(
        draft.State, draft.Commands, draft.Reasons.IsEmpty ? "Nothing to do yet." : string.Join(' ', draft.Reasons), draft.Refused);
}
