using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

/// <summary>Rule 6, the other half: not only is something due, but what is due leads to an end.</summary>
public sealed class LivenessTests
{
    private static readonly ImmutableArray<Plan> All = [.. SamplePlans.All, .. ZonePlans.All];

    public static TheoryData<int> Plans => [0, 1, 2, 3, 4, 5, 6];

    [Theory]
    [MemberData(nameof(Plans))]
    public void In_a_world_where_all_goes_well_a_run_completes(int plan)
    {
        var world = new RandomWorld(All[plan]);
        new GoodWill(world).ToTheEnd();
        Assert.Equal(RunPhase.Completed, world.Run.State.Phase);
        Assert.True(world.Route53.AllHold(world.Run.Plan.WeightsOf(world.Run.Plan.Steps.Length - 1)));
    }

    [Fact]
    public void When_a_gate_fails_on_the_target_only_at_any_moment_the_run_is_rolled_back()
    {
        for (var moment = 0; moment < 160; moment++)
        {
            var world = RandomWorld.AfterPreflight(SamplePlans.Simple);
            var goodWill = new GoodWill(world);
            goodWill.Rounds(moment);
            var finished = world.Run.State.Phase.IsFinished();
            goodWill.Target = Verdict.Failed;
            goodWill.ToTheEnd();
            Assert.Equal(finished ? RunPhase.Completed : RunPhase.RolledBack, world.Run.State.Phase);
            Assert.True(finished || IsHome(world));
        }
    }

    [Fact]
    public void A_roll_back_asked_at_any_moment_of_any_run_is_made_however_often_Route_53_fails() => RandomRuns.GoOn(world =>
    {
        var before = world.Run.State.Phase;
        if (!before.IsFinished())
        {
            world.Run.Send(new OperatorAskedEvent(OperatorAct.RollBack, "ada", "enough"));
            new GoodWill(world) { FailuresLeft = world.Run.Turns.Count % 25 }.ToTheEnd();
            Assert.Equal(RunPhase.RolledBack, world.Run.State.Phase);
            // What someone else writes while the reading that verifies is on its way is no longer this run's to see.
            var wasAccepted = before is RunPhase.RollbackSyncing or RunPhase.RollbackVerifying or RunPhase.RollbackSettling;
            Assert.True(wasAccepted || IsHome(world), $"the zone holds {world.Route53.Weights.InWords()}");
        }
    });

    [Fact]
    public void A_person_who_mends_and_resumes_brings_every_run_to_an_end() => RandomRuns.GoOn(world =>
    {
        new GoodWill(world) { Mends = true }.ToTheEnd();
        Assert.True(world.Run.State.Phase.IsFinished());
    });

    [Fact]
    public void A_run_that_nobody_looks_after_goes_home_when_its_gates_go_blind() => RandomRuns.GoOn(world =>
    {
        if (world.Run.State is { Drift: null } && !world.Run.Plan.Playbook.Gates.IsEmpty && HasMoved(world))
        {
            // What a write that is still on its way has done to the zone is nothing to be mended.
            if (!world.Run.State.Pending.Any(change => change.MayBeMade))
            {
                world.Route53.Mend(world.Run.State.Applied);
            }

            var goodWill = new GoodWill(world) { Target = Verdict.Inconclusive, Mends = true, Resumes = false };
            for (var round = 0; round < 600 && HasMoved(world); round++)
            {
                goodWill.Rounds(1);
            }

            // A first move that was put back before it was whole leaves the weights as they were before the run.
            Assert.False(HasMoved(world), $"it stays at {world.Run.State.Applied.InWords()}");
            Assert.True(
                IsHome(world) || IsHandedBack(world) || world.Run.Plan.Steps[0].Kind == StepKind.LowerTtl,
                $"{world.Run.Last}; the zones hold {world.Route53.Weights.InWords()}");
        }
    });

    // Before the first move of weights there is nothing to be blind to.
    private static bool HasMoved(RandomWorld world) => world.Run.State is { Step: >= 0 and var step, Phase: var phase }
        && !phase.IsFinished() && world.Run.Plan.Steps[step].Kind != StepKind.LowerTtl;

    // The last write waits for no gate: what moved the weights had passed before it.
    private static bool IsHandedBack(RandomWorld world) => world.Run.State is { Phase: RunPhase.Completed, Step: var step }
        && world.Run.Plan.Steps[step].Kind == StepKind.HandBack;

    private static bool IsHome(RandomWorld world) => world.Route53.AllHold(world.Run.Plan.Initial);
}
