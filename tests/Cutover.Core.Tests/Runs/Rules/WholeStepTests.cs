using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

/// <summary>A step is taken by every zone or by none, and marks stand exactly as long as the run is open.</summary>
public sealed class WholeStepTests
{
    [Fact]
    public void A_run_that_is_held_or_over_has_no_half_written_step() => RandomRuns.Obey((plan, turns) =>
    {
        var own = Enumerable.Range(0, plan.Steps.Length).Select(plan.WeightsOf).Append(plan.Initial).ToList();
        var adopted = false;
        foreach (var turn in turns)
        {
            adopted = adopted || (turn.IsAsked(OperatorAct.Adopt) && !turn.Decision.Refused);
            Assert.True(adopted || !RestsInStep(turn) || own.Any(weights => weights.SameAs(turn.After.Applied)), $"half of the step: {turn}");
        }
    });

    [Fact]
    public void A_held_run_that_asks_for_nothing_leaves_its_zones_whole() => RandomRuns.Undisturbed(world =>
    {
        var (plan, state) = (world.Run.Plan, world.Run.State);
        if (state is { Hold: not null, Phase: RunPhase.Applying } && !Rises(plan, state))
        {
            return;
        }

        if (state.Hold is not null && plan.Zones.Length > 1 && RestsInStep(world.Run.Turns[^1]))
        {
            var whole = Enumerable.Range(0, plan.Steps.Length).Select(plan.WeightsOf).Append(plan.Initial);
            Assert.Contains(whole, world.Route53.AllHold);
        }
    });

    [Fact]
    public void A_rolled_back_run_has_left_no_mark_and_the_initial_weights() => RandomRuns.Undisturbed(world =>
    {
        new GoodWill(world).Rounds(world.Run.Turns.Count % 40);
        if (world.Run.State.Phase.IsFinished() || world.Outstanding > 0)
        {
            return;
        }

        world.Run.Send(new OperatorAskedEvent(OperatorAct.RollBack, "ada", "enough"));
        new GoodWill(world) { FailuresLeft = world.Run.Turns.Count % 9 }.ToTheEnd();
        Assert.Equal(RunPhase.RolledBack, world.Run.State.Phase);
        Assert.True(world.Route53.AllHold(world.Run.Plan.Initial));
        Assert.All(world.Run.Plan.Zones, zone => Assert.False(world.Route53.HasOwnMarks(zone.Id)));
    });

    [Fact]
    public void Marks_stand_from_the_first_write_until_the_last() => RandomRuns.Undisturbed(world =>
    {
        var (plan, state) = (world.Run.Plan, world.Run.State);
        if (plan.Owner is not null && state is { Pending.IsEmpty: true, Step: >= 0 } && world.Outstanding + world.OnTheWay == 0)
        {
            var open = state.Phase is RunPhase.Settling or RunPhase.Baking or RunPhase.AwaitingApproval
                && plan.Steps[state.Step].Kind != StepKind.HandBack;
            var over = state.Phase is RunPhase.Completed or RunPhase.RolledBack;
            Assert.All(
                plan.Zones, zone => Assert.True((!open || world.Route53.HasOwnMarks(zone.Id)) && !(over && world.Route53.HasOwnMarks(zone.Id))));
        }
    });

    // Written zones only wait where a put-back or a lowering step is still being retried, or an answer is awaited.
    private static bool RestsInStep(Turn turn) => turn.After.Phase switch
    {
        RunPhase.Settling or RunPhase.Baking or RunPhase.AwaitingApproval or RunPhase.Completed or RunPhase.RolledBack => true,
        RunPhase.Applying => turn.After is { Hold: not null, RollbackReason: null }
            && !turn.After.Pending.Any(change => change.Restores || change is { Asked: true, ChangeId: null, RetryAt: null })
            && turn.After.Pending.Any(change => change.ChangeId is null && change.Wanted.RisesOver(turn.After.Applied)),
        _ => false,
    };

    private static bool Rises(Plan plan, RunState state) => plan.WeightsOf(state.Step).RisesOver(state.Before);
}
