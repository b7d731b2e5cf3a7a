using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Core.Notifications;

/// <summary>Which of what a decision did is worth telling people who do not look at the dashboard. Pure.</summary>
public static class RunNotices
{
    /// <param name="plan">Of the run.</param>
    /// <param name="before">The state before the decision; null for the first.</param>
    /// <param name="happened">What was decided on.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>In the order in which it happened; empty for most decisions.</returns>
    public static ImmutableArray<RunNotice> Of(Plan plan, RunState? before, RunEvent happened, Decision decision)
    {
        if (decision.Refused || before?.Phase.IsFinished() == true)
        {
            return [];
        }

        var turn = new NoticeTurn(plan, before, happened, decision);
        if (turn.After.Phase.IsFinished())
        {
            return [End(turn)];
        }

        var told = new[] { Start(turn), Step(turn), Approval(turn), Hold(turn), Resumption(turn), Return(turn) }.OfType<RunNotice>()
            .ToImmutableArray();
        return told.IsEmpty && turn.Announced is { } words ? [Stands(turn, NotificationEvent.Warning, words)] : told;
    }

    private static RunNotice? Start(NoticeTurn turn) =>
        turn.Before is null ? Stands(turn, NotificationEvent.Started, turn.Asked ?? turn.Reason) : null;

    private static RunNotice? Step(NoticeTurn turn)
    {
        var (from, to) = (turn.Before?.Step ?? -1, turn.After.Step);
        return to > from || (to != from && turn.IsAsked(OperatorAct.StepBack))
            ? new RunNotice(NotificationEvent.Advanced, turn.Reason, turn.AppliedBefore, turn.Plan.WeightsOf(to))
            : null;
    }

    private static RunNotice? Approval(NoticeTurn turn)
    {
        if (!Waits(turn.After) || (turn.Before is { } before && Waits(before) && before.Step == turn.After.Step))
        {
            return null;
        }

        var next = turn.After.Step + 1;
        var (step, by) = (turn.Plan.Steps[next].Step, SecondPerson(turn, next));
        return new RunNotice(
            NotificationEvent.ApprovalNeeded,
            turn.Announced ?? turn.Reason,
            turn.After.Applied,
            turn.Plan.WeightsOf(next),
            FormattableString.Invariant($"step {next + 1} ({step.Weight}) waits for an approval{by}"),
            next);
    }

    private static RunNotice? Hold(NoticeTurn turn)
    {
        if (turn.After.Hold is not { } hold || hold.Reason == turn.Before?.Hold?.Reason)
        {
            return null;
        }

        var happened = turn.After.Phase.IsRollback() || IsOwed(turn) ? NotificationEvent.RollbackStuck
            : hold.Reason == HoldReason.Drifted ? NotificationEvent.Drifted
            : NotificationEvent.Held;
        return Stands(turn, happened, $"{hold.Words}.") with { WaitsFor = "the run waits for a person" };
    }

    private static RunNotice? Resumption(NoticeTurn turn) =>
        turn is { Before.Hold: not null, After.Hold: null } && !turn.After.Phase.IsRollback()
            ? Stands(turn, NotificationEvent.Resumed, turn.Asked ?? turn.Reason)
            : null;

    private static RunNotice? Return(NoticeTurn turn)
    {
        if (turn.Before?.Phase.IsRollback() != true && turn.After.Phase.IsRollback())
        {
            return Home(turn, turn.IsByPerson ? NotificationEvent.RollbackAsked : NotificationEvent.RollingBack, null);
        }

        var isHeldAnew = turn.After.Hold is { } hold && hold.Reason != turn.Before?.Hold?.Reason;
        return (turn.After.Phase.IsRollback() && turn.Announced is not null && !isHeldAnew) || (IsOwed(turn) && !isHeldAnew)
            ? Home(turn, NotificationEvent.RollbackStuck, IsOwed(turn) ? "a person must roll back" : null)
            : null;
    }

    private static RunNotice End(NoticeTurn turn)
    {
        var happened = turn.After.Phase switch
        {
            RunPhase.Completed => NotificationEvent.Completed,
            RunPhase.RolledBack => NotificationEvent.RolledBack,
            _ => NotificationEvent.Abandoned,
        };
        return new RunNotice(
            happened,
            turn.Announced ?? turn.Reason,
            turn.After.Phase == RunPhase.RolledBack ? turn.Before?.Before ?? turn.AppliedBefore : turn.AppliedBefore,
            turn.After.Applied);
    }

    private static RunNotice Home(NoticeTurn turn, NotificationEvent happened, string? waitsFor) =>
        new(happened, turn.Announced ?? turn.Reason, turn.AppliedBefore, turn.Plan.Initial, waitsFor);

    private static RunNotice Stands(NoticeTurn turn, NotificationEvent happened, string words) =>
        new(happened, words, turn.After.Applied, turn.After.Applied);

    // A gate failed, and someone else's change keeps the run from going back by itself.
    private static bool IsOwed(NoticeTurn turn) =>
        turn is { After.RollbackReason: not null, Before.RollbackReason: null } && !turn.After.Phase.IsRollback();

    private static bool Waits(RunState state) => state is { Phase: RunPhase.AwaitingApproval, Approved: false };

    private static string SecondPerson(NoticeTurn turn, int step) =>
        turn.Plan.Steps[step].Step.ApprovalBySecond ? ", by somebody else than whoever started the run" : string.Empty;
}
