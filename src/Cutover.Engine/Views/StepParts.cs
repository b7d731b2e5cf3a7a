using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>The steps of a plan, as the views of a plan and of a run show them.</summary>
internal static class StepParts
{
    public static StepView Of(Plan plan, int index, RunState state)
    {
        var step = plan.Steps[index];
        return new StepView(
            index + 1,
            step.Step.Weight.ToString(),
            step.Weights.TargetShare(),
            step.Weights.MaxBy(pair => pair.Weights.TargetShare)!.Weights.ToString(),
            step.Step.Bake.TotalSeconds,
            step.Hold.TotalSeconds,
            step.Step.ApprovalRequired,
            Progress(state, index),
            step.Kind,
            step.Wave,
            plan.SettleOf(index).TotalSeconds,
            Changes(plan, index),
            SafeTimeView.Of(plan.SafeTimeOf(index)),
            step.Step.Until?.ToString());
    }

    private static ImmutableArray<StepChangeView> Changes(Plan plan, int index) => [..
        from after in plan.ChangedBy(index)
        let before = plan.WeightsBefore(index).First(pair => pair.Record == after.Record)
        select new StepChangeView(
            after.Record.ToString(),
            ViewParts.Zone(plan.Zones.First(zone => zone.Id == after.Record.ZoneId)),
            before.Weights.ToString(),
            after.Weights.ToString(),
            after.Weights.TargetShare,
            before.Ttl,
            after.Ttl)];

    private static StepProgress Progress(RunState state, int index)
    {
        var undone = state.Phase.IsRollback() || state.Phase is RunPhase.RolledBack or RunPhase.Abandoned;
        return index.CompareTo(state.Step) switch
        {
            > 0 => StepProgress.Ahead,
            _ when undone => StepProgress.Undone,
            0 when state.Phase is not (RunPhase.Completed or RunPhase.AwaitingApproval) => StepProgress.Current,
            _ => StepProgress.Passed,
        };
    }
}
