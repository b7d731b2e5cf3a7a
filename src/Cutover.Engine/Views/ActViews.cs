using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>
/// What a person can ask of a run now. The machine itself is asked, so that a button and the decision behind it can never disagree.
/// </summary>
internal static class ActViews
{
    public static ImmutableArray<ActView> Of(Plan plan, RunState state, DateTimeOffset now) =>
        [.. Enum.GetValues<OperatorAct>().Select(act => Of(plan, state, act, now))];

    private static ActView Of(Plan plan, RunState state, OperatorAct act, DateTimeOffset now)
    {
        int? step = act == OperatorAct.Approve ? state.Step + 1 : null;
        var decision = RunMachine.Decide(plan, state, new OperatorAskedEvent(act, "you", "a reason", step), now);
        return new ActView(
            act,
            Label(plan, state, act),
            !decision.Refused,
            decision.Refused ? decision.Reason : Effect(plan, state, act),
            act is OperatorAct.Skip or OperatorAct.Abandon,
            step,
            decision.Refused ? [] : ActChanges.Of(plan, state, act));
    }

    private static string Label(Plan plan, RunState state, OperatorAct act) => act switch
    {
        OperatorAct.Skip => state.Preflight is null ? "Skip bake" : "Skip preflight",
        OperatorAct.StepBack => "Step back",
        OperatorAct.Adopt => "Adopt the change",
        OperatorAct.Restore => "Restore what was applied",
        OperatorAct.RollBack => $"Roll back to {plan.Playbook.Stacks.Source.Name}",
        _ => act.ToString(),
    };

    private static string Effect(Plan plan, RunState state, OperatorAct act) => act switch
    {
        OperatorAct.Pause when state.Preflight is not null => "Begins no step until you resume. The gates go on measuring.",
        OperatorAct.Resume when state.Preflight is not null =>
            "Begins the first step when the preflight has passed; the gates have their time to pass again.",
        OperatorAct.Skip when state.Preflight is not null =>
            $"Begins the first step without what has not passed. A gate that fails on {plan.Playbook.Stacks.Target.Name} still rolls back.",
        OperatorAct.Pause => $"Stops advancing at {state.Applied.InWords()}. The gates go on guarding and roll back on a breach.",
        OperatorAct.Resume => "Advances again when the bake is over and the gates pass.",
        OperatorAct.Approve => $"Applies {Weights(plan, state.Step + 1)}.",
        OperatorAct.Skip =>
            $"Ends the bake now{Waits(plan, state)}. The next step still needs every gate to have passed on data of this step.",
        OperatorAct.StepBack => $"Applies {Weights(plan, state.Step - 1)} and holds there.",
        OperatorAct.Adopt =>
            $"Writes nothing. The run takes {Adopted(state)} for what is applied, settles and bakes on it, "
                + "and holds there until you resume.",
        OperatorAct.Restore =>
            $"Writes {ActChanges.Restored(state).InWords()} over what someone else wrote, only if the zone still holds what is shown here, "
                + "and holds there until you resume.",
        OperatorAct.RollBack =>
            $"Applies {plan.Initial.InWords()}, the weights before the run{Replaced(state)}. "
                + $"Safe after about {plan.TimeToSafe.TotalSeconds:0} s (write, INSYNC and TTL).",
        _ when state.Foreign is { } foreign =>
            $"Ends the run and leaves the zone as someone else made it ({foreign.Difference}). Nobody guards it afterwards.",
        _ => $"Ends the run and leaves {state.Applied.InWords()} as they are. Nobody guards them afterwards.",
    };

    private static string Weights(Plan plan, int step) =>
        step >= 0 && step < plan.Steps.Length ? plan.WeightsOf(step).InWords() : "the next weights";

    private static string Waits(Plan plan, RunState state) =>
        plan.Steps[state.Step].Step.Until is { } until ? $", and does not wait for {until}" : string.Empty;

    private static string Adopted(RunState state) => string.Join(
        ", ", ActChanges.Adopted(state).Select(change => $"{change.Record} {change.Then} (instead of {change.Now})"));

    private static string Replaced(RunState state) =>
        state.Drift is null ? string.Empty : $", and overwrites what someone else wrote ({state.Foreign?.Difference ?? state.Drift})";
}
