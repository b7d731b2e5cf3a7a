using Cutover.Core.Gates;
using Cutover.Core.Runs;
using static Cutover.Core.Tests.Runs.Stories.RunStory;

namespace Cutover.Core.Tests.Runs.Stories;

public sealed class DriftActTests
{
    private static RunStory Given_a_drift_to(int source, int target) =>
        Given_a_run_that_bakes_step(2).After(20).The_zone_is_read_as(source, target).Then_it_is_held_for(HoldReason.Drifted);

    [Fact]
    public void A_drift_says_since_when_and_where_to_look_for_who() => Given_a_drift_to(70, 30)
        .Then_it_says("weights are wss.lab.example A 70/30, applied were wss.lab.example A 90/10")
        .Then_it_says("Route 53 does not say who did it: search CloudTrail for ChangeResourceRecordSets on the hosted zone Z1 between 2026-03-14T12:00:20Z and 2026-03-14T12:00:50Z");

    [Fact]
    public void Adopted_weights_settle_and_bake_again_and_wait_for_a_person() => Given_a_drift_to(70, 30)
        .The_gate_says(Verdict.Passed).Someone_asks(OperatorAct.Adopt)
        .Then_it_says("Adopted by ada: a reason: wss.lab.example A 70/30.").Then_it_is_held_for(HoldReason.Operator)
        .Then_it_is(RunPhase.Settling).Then_it_observes().Then_it_asks_for_nothing()
        .After(50).The_gate_says(Verdict.Passed).After(20).Then_it_is(RunPhase.Baking).The_answers_match()
        .The_gates_pass_and_bake_is_over().Someone_asks(OperatorAct.Resume).Then_it_is(RunPhase.AwaitingApproval)
        .Someone_approves_step(3).Then_it_asks_for(50, 50).Then_the_change_knows(70, 30);

    [Fact]
    public void Restoring_writes_what_was_applied_over_what_was_shown_only() => Given_a_drift_to(70, 30)
        .Someone_asks(OperatorAct.Restore).Then_it_asks_for(90, 10).Then_it_overwrites_only(70, 30)
        .The_change_fails(ChangeFailure.Conflict, "the zone holds 60/40").Then_it_reads_the_zone().After(20).Then_it_asks_for_nothing()
        .The_zone_is_read_as(60, 40).Someone_asks(OperatorAct.Restore).Then_it_asks_for(90, 10).Then_it_overwrites_only(60, 40)
        .Route_53_accepts().Then_it_is(RunPhase.Syncing).Then_it_is_held_for(HoldReason.Operator)
        .The_change_is_in_sync().The_answers_match().After(10).Then_it_is(RunPhase.Baking);

    [Fact]
    public void Nothing_is_restored_once_a_roll_back_is_owed() => Given_a_drift_to(70, 30)
        .The_gate_says(Verdict.Failed).Someone_asks(OperatorAct.Restore).Then_it_is_refused("A roll back is owed")
        .Someone_asks(OperatorAct.Adopt).Then_it_asks_for(100, 0).Then_the_change_knows(70, 30);

    [Fact]
    public void Adopted_weights_are_never_written() => Given_a_drift_to(70, 30)
        .Someone_asks(OperatorAct.Adopt).After(30).The_zone_is_read_as(10, 90)
        .Someone_asks(OperatorAct.Restore).Then_it_is_refused("was adopted, and only weights of the plan are written");

    [Fact]
    public void Two_zero_weights_are_not_adopted() => Given_a_drift_to(0, 0)
        .Someone_asks(OperatorAct.Adopt).Then_it_is_refused("two zero weights mean equal shares");

    [Theory]
    [InlineData(OperatorAct.Adopt)]
    [InlineData(OperatorAct.Restore)]
    public void There_is_nothing_to_decide_while_the_zone_is_as_applied(OperatorAct act) =>
        Given_a_run_that_bakes_step(1).Someone_asks(act).Then_it_is_refused("The zone holds what was applied");

    [Theory]
    [InlineData(OperatorAct.Adopt)]
    [InlineData(OperatorAct.Restore)]
    public void Only_a_roll_back_helps_a_roll_back(OperatorAct act) => Given_a_run_that_bakes_step(1)
        .The_gate_says(Verdict.Failed).Route_53_accepts().The_change_is_in_sync().The_zone_is_read_as(70, 30)
        .Someone_asks(act).Then_it_is_refused("roll back once more");
}
