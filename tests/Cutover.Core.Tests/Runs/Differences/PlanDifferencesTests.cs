using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs.Differences;

public sealed class PlanDifferencesTests
{
    private static readonly Plan Plan = SamplePlans.Simple;

    private static readonly RunState InStepTwo = RunMachine.Start(Plan, new StartedEvent("ada", null), SamplePlans.Noon).State with
    {
        Step = 1, Phase = RunPhase.Baking, Applied = Plan.WeightsOf(1), Pending = [],
    };

    [Fact]
    public void A_run_that_goes_by_its_plan_differs_in_nothing()
    {
        ImmutableArray<ActTaken> acts = [Act(OperatorAct.Pause), Act(OperatorAct.Resume), Act(OperatorAct.Approve), Act(OperatorAct.Restore)];
        Assert.Empty(Of(InStepTwo, acts, 3, 3, Plan.Playbook));
        Assert.Empty(Of(InStepTwo with { Step = -1, Applied = Plan.Initial }));
    }

    [Fact]
    public void Weights_that_are_not_those_of_the_step_are_named_with_those_of_the_plan() => Assert.Equal(
        new PlanDifference(PlanDeparture.Weights, "wss.lab.example A is at 99/1, and the plan has 90/10 for step 2"),
        Assert.Single(Of(InStepTwo with { Applied = Plan.WeightsOf(0) })));

    [Fact]
    public void Weights_on_their_way_and_those_of_a_rollback_are_no_difference_of_weights()
    {
        var other = InStepTwo with { Applied = Plan.WeightsOf(0) };
        Assert.Empty(Of(other with { Pending = [new PendingChange(9, "Z1", Plan.WeightsOf(1), [])] }));
        Assert.Equal([PlanDeparture.Ended], Of(other with { RollbackReason = "it smells." }).Select(difference => difference.Kind));
    }

    [Theory]
    [InlineData(OperatorAct.Skip, 1, PlanDeparture.Skipped, "ada cut the bake of step 2 short at 12:00:00 UTC")]
    [InlineData(OperatorAct.Skip, -1, PlanDeparture.Skipped, "ada cut the preflight short at 12:00:00 UTC")]
    [InlineData(OperatorAct.StepBack, 0, PlanDeparture.SteppedBack, "ada sent the run back to step 1 at 12:00:00 UTC")]
    [InlineData(OperatorAct.StepBack, -1, PlanDeparture.SteppedBack, "ada sent the run back to the time before step 1 at 12:00:00 UTC")]
    [InlineData(OperatorAct.Adopt, 1, PlanDeparture.Adopted, "ada took what others wrote into the zone for what is applied at 12:00:00 UTC")]
    public void What_a_person_did_off_the_plan_is_told(OperatorAct act, int step, PlanDeparture kind, string words) =>
        Assert.Equal(new PlanDifference(kind, words), Assert.Single(Of(InStepTwo, [Act(act, step)])));

    [Fact]
    public void A_zone_that_holds_something_else_is_told() => Assert.Equal(
        "The zone holds something else than what was applied: weights 40/60", Assert.Single(Of(InStepTwo with { Drift = "weights 40/60" })).Words);

    [Fact]
    public void How_a_run_ended_off_its_plan_is_told()
    {
        Assert.Equal(
            "The run was given up in step 2, and the weights stay as they are",
            Assert.Single(Of(InStepTwo with { Phase = RunPhase.Abandoned })).Words);
        Assert.Equal(
            "The run went back to the weights of before: it smells",
            Assert.Single(Of(InStepTwo with { Phase = RunPhase.RolledBack, RollbackReason = "it smells." })).Words);
    }

    [Theory]
    [InlineData(2, 3, 1)]
    [InlineData(3, 3, 0)]
    [InlineData(null, 3, 0)]
    [InlineData(2, null, 0)]
    public void A_newer_version_of_the_playbook_is_told(int? version, int? newest, int expected) =>
        Assert.Equal(expected, Of(InStepTwo, [], version, newest).Count(difference => difference.Kind == PlanDeparture.Version));

    [Fact]
    public void Gates_that_the_newest_version_has_otherwise_are_named_one_by_one()
    {
        var stricter = SamplePlans.Handshakes with { MinSamples = 500 };
        Assert.Equal(
            [
                "The gate Errors is new in the newest version, and does not guard this run",
                "The gate handshakes is another one in the newest version than in this run",
            ],
            Gates(SamplePlans.Errors, stricter));
        Assert.Equal(["The gate handshakes guards this run, and is gone from the newest version"], Gates());
        Assert.Empty(Gates(SamplePlans.Handshakes with { }));
    }

    private static IEnumerable<string> Gates(params ImmutableArray<Gate> gates) =>
        Of(InStepTwo, [], 1, 1, Plan.Playbook with { Gates = gates }).Select(difference => difference.Words);

    private static ActTaken Act(OperatorAct act, int step = 1) => new(act, SamplePlans.Noon, "ada", step, "so");

    private static ImmutableArray<PlanDifference> Of(
        RunState state, ImmutableArray<ActTaken>? acts = null, int? version = null, int? newest = null, Playbook? head = null) =>
        PlanDifferences.Of(Plan, state, acts ?? [], version, newest, head);
}
