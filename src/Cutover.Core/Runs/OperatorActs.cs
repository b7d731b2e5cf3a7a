namespace Cutover.Core.Runs;

/// <summary>What a person asks for, and when it is refused.</summary>
internal static class OperatorActs
{
    // What a person decided on must still be so. A roll back is right whatever has happened since.
    public static Draft Asked(Draft draft, OperatorAskedEvent asked) => asked switch
    {
        { Since: { } since, Act: not OperatorAct.RollBack } =>
            draft.Refuse($"The run has moved on since this was decided on: {since.TrimEnd('.')}. Nothing was done: look at it again."),
        _ => Taken(draft, asked),
    };

    private static Draft Taken(Draft draft, OperatorAskedEvent asked) => asked.Act switch
    {
        OperatorAct.Pause => Pause(draft, asked),
        OperatorAct.Resume => Resume(draft, asked),
        OperatorAct.Approve => Approve(draft, asked),
        OperatorAct.Skip => Skip(draft, asked),
        OperatorAct.StepBack => StepBack(draft, asked),
        OperatorAct.RollBack => RollBack(draft, asked),
        OperatorAct.Adopt => DriftActs.Adopt(draft, asked),
        OperatorAct.Restore => DriftActs.Restore(draft, asked),
        OperatorAct.Abandon => Abandon(draft, asked),
        _ => throw new ArgumentOutOfRangeException(nameof(asked), asked.Act, "not an act"),
    };

    private static Draft Pause(Draft draft, OperatorAskedEvent asked) => draft.State switch
    {
        { Phase: var phase } when phase.IsRollback() => draft.Refuse("The run is rolling back, which nothing pauses."),
        { Hold: { } hold } => draft.Refuse($"The run is held already: {hold.Words}."),
        _ => draft.Because($"{By("Paused", asked)}.").HoldFor(HoldReason.Operator, By("paused", asked)),
    };

    private static Draft Resume(Draft draft, OperatorAskedEvent asked) => draft.State switch
    {
        { Hold: null } => draft.Refuse("The run is not held."),
        { Foreign: { } foreign } => draft.Refuse(
            $"The zone still differs from what was applied: {foreign.Difference}. Adopt it, restore, roll back, or abandon the run."),
        { Answers: { Differing.IsEmpty: false, Words: var words } } => draft.Refuse(
            $"The name servers' answers differ from the weights{(words is null ? string.Empty : $": {words}")}. They are asked again until "
                + "they match; step back, roll back, or find out who else answers for the zone."),
        _ => Retried(Preflights.Resumed(draft.With(draft.State with { Hold = null }).Because($"{By("Resumed", asked)}."))),
    };

    private static Draft Retried(Draft draft) => draft.State.Pending
        .Where(change => change is { ChangeId: null, RetryAt: not null })
        .Aggregate(draft, (all, change) => Writes.Update(all, change with { Attempts = 0, RetryAt = draft.Now }));

    private static Draft Approve(Draft draft, OperatorAskedEvent asked)
    {
        var next = draft.State.Step + 1;
        return draft.State switch
        {
            { Phase: not RunPhase.AwaitingApproval } => draft.Refuse("No step waits for an approval."),
            { Approved: true, ApprovedBy: { } by } => draft.Refuse($"{Advancing.Name(next)} is approved already, by {by}."),
            { Approved: true } => draft.Refuse($"{Advancing.Name(next)} needs no approval any more."),
            _ when asked.Step is { } step && step != next =>
                draft.Refuse($"{Advancing.Name(step)} is not the one that waits: {Advancing.Name(next)} is."),
            _ when SecondPerson.WhyNot(draft, next, asked) is { } why => draft.Refuse(why),
            _ => draft
                .With(draft.State with { Approved = true, ApprovedBy = asked.Who })
                .Because($"{By($"{Advancing.Name(next)} approved", asked)}."),
        };
    }

    private static Draft Skip(Draft draft, OperatorAskedEvent asked) => draft.State switch
    {
        { Preflight: not null } => Preflights.Skip(draft, asked),
        { Phase: not RunPhase.Baking } => draft.Refuse("Only the preflight or a bake can be skipped."),
        _ when string.IsNullOrWhiteSpace(asked.Why) => draft.Refuse("Say why the bake is skipped."),
        { BakeSkipped: true } => draft.Refuse("The bake is skipped already."),
        _ => draft.With(draft.State with { BakeSkipped = true }).Because(
            $"{By("Bake skipped", asked)}; the gates must still pass"
                + (draft.Until is { } until ? $", and {until} is not waited for." : ".")),
    };

    private static Draft StepBack(Draft draft, OperatorAskedEvent asked)
    {
        if (draft.State.Preflight is not null)
        {
            return draft.Refuse("Nothing was moved yet: there is no step to go back to.");
        }

        if (draft.State.Phase is not (RunPhase.Settling or RunPhase.Baking or RunPhase.AwaitingApproval))
        {
            return draft.Refuse("A change of weights is under way: wait until it is in sync, or roll back.");
        }

        if (draft.State.Step < 1 || draft.State.Foreign is not null)
        {
            return draft.Refuse(draft.State.Foreign is { } foreign
                ? $"The zone differs from what was applied: {foreign.Difference}."
                : "There is no step before this one: roll back instead.");
        }

        var back = draft.State.Step - 1;
        var held = draft.With(draft.State with { Hold = null, Approved = true }).Because($"{By("Stepped back", asked)}.");
        return Advancing.EnterStep(held, back).HoldFor(HoldReason.Operator, By("stepped back", asked));
    }

    private static Draft RollBack(Draft draft, OperatorAskedEvent asked) => draft.State switch
    {
        { Phase: var phase, Drift: null } when phase.IsRollback() => draft.Refuse("The run is rolling back already."),
        _ => Rollbacks.Begin(draft, By("asked", asked), overwrite: true),
    };

    private static Draft Abandon(Draft draft, OperatorAskedEvent asked) => string.IsNullOrWhiteSpace(asked.Why)
        ? draft.Refuse("Say why the run is abandoned: its weights stay as they are, and nobody guards them.")
        : draft.Enter(RunPhase.Abandoned).Because($"{By("Abandoned", asked)}; the weights stay as they are.")
            .Announce(Severity.Critical, $"{By("Abandoned", asked)}; nobody guards the weights any more.");

    public static string By(string what, OperatorAskedEvent asked) =>
        $"{what} by {asked.Who}{(string.IsNullOrWhiteSpace(asked.Why) ? string.Empty : $": {asked.Why.TrimEnd('.')}")}";
}
