using Cutover.Core.Gates;
using Cutover.Core.Runs;
using static Cutover.Core.Tests.Runs.Stories.RunStory;

namespace Cutover.Core.Tests.Runs.Stories;

public sealed class RollbackTests
{
    [Fact]
    public void A_person_rolls_back_over_a_drift_and_is_told_what_it_replaced() => Given_a_run_that_bakes_step(2)
        .After(20).The_zone_is_read_as(70, 30)
        .Someone_asks(OperatorAct.RollBack, "enough")
        .Then_it_is(RunPhase.RollbackApplying)
        .Then_it_asks_for(100, 0)
        .Then_it_is_held_for(null)
        .Route_53_accepts(replacing: "wss.lab.example A 70/30").Then_it_says("It replaced wss.lab.example A 70/30.");

    [Fact]
    public void A_roll_back_is_retried_through_denied_access()
    {
        var story = Given_a_run_that_bakes_step(1).Someone_asks(OperatorAct.RollBack);
        story
            .The_change_fails(ChangeFailure.Lasting, "AccessDenied")
            .Then_it_announces(Severity.Critical, "is being retried: AccessDenied");
        for (var attempt = 1; attempt < 30; attempt++)
        {
            story.After(20).Then_it_asks_for(100, 0).The_change_fails(ChangeFailure.Lasting, "AccessDenied").Then_it_is_held_for(null);
        }

        story.After(20).Route_53_accepts().Then_it_is(RunPhase.RollbackSyncing);
    }

    [Theory]
    [InlineData(OperatorAct.Pause, "The run is rolling back, which nothing pauses.")]
    [InlineData(OperatorAct.RollBack, "The run is rolling back already.")]
    [InlineData(OperatorAct.StepBack, "A change of weights is under way")]
    [InlineData(OperatorAct.Skip, "Only the preflight or a bake can be skipped.")]
    [InlineData(OperatorAct.Approve, "No step waits for an approval.")]
    public void Nothing_gets_in_the_way_of_a_roll_back(OperatorAct act, string refusal) => Given_a_run_that_bakes_step(1)
        .Someone_asks(OperatorAct.RollBack).Someone_asks(act).Then_it_is_refused(refusal);

    [Fact]
    public void A_roll_back_knows_that_the_step_it_cut_off_may_have_been_written() => Given_a_run_that_bakes_step(1)
        .The_gates_pass_and_bake_is_over().Then_it_asks_for(90, 10)
        .Someone_asks(OperatorAct.RollBack).Then_it_asks_for(100, 0).Then_the_change_knows(99, 1).Then_the_change_knows(90, 10);

    [Fact]
    public void A_late_write_of_the_step_that_was_cut_off_is_noticed_at_verification_and_undone() => Given_a_run_that_bakes_step(1)
        .The_gates_pass_and_bake_is_over().The_gate_says(Verdict.Failed)
        .Route_53_accepts().The_change_is_in_sync()
        .The_zone_is_read_as(90, 10).Then_it_is(RunPhase.RollbackApplying).Then_it_asks_for(100, 0).Then_the_change_knows(90, 10)
        .Then_it_says("a late write of this run had undone it")
        .Route_53_accepts().The_change_is_in_sync().The_zone_is_read_as(100, 0).The_answers_match()
        .After(10).Then_it_is(RunPhase.RolledBack);

    [Fact]
    public void A_late_write_is_noticed_while_the_roll_back_settles() => Given_a_run_that_bakes_step(1)
        .The_gates_pass_and_bake_is_over().The_gate_says(Verdict.Failed)
        .Route_53_accepts().The_change_is_in_sync().The_zone_is_read_as(100, 0).Then_it_is(RunPhase.RollbackSettling)
        .The_zone_is_read_as(90, 10).Then_it_is(RunPhase.RollbackApplying).Then_it_asks_for(100, 0);

    [Fact]
    public void Weights_that_the_run_itself_has_replaced_are_someone_elses_when_they_come_back() => Given_a_run_that_bakes_step(2)
        .Someone_asks(OperatorAct.StepBack).Route_53_accepts()
        .The_gate_says(Verdict.Failed).Then_it_asks_for(100, 0)
        .The_zone_is_read_at_that_moment_as(90, 10).Then_it_is_held_for(HoldReason.Drifted);

    [Fact]
    public void A_foreign_change_during_a_roll_back_keeps_it_from_ending_until_a_person_decides() => Given_a_run_that_bakes_step(1)
        .The_gate_says(Verdict.Failed).Route_53_accepts().The_change_is_in_sync().The_zone_is_read_as(100, 0)
        .The_zone_is_read_as(70, 30).Then_it_is_held_for(HoldReason.Drifted)
        .After(60).Then_it_is(RunPhase.RollbackSettling)
        .Someone_asks(OperatorAct.RollBack).Then_it_asks_for(100, 0).Then_it_is_held_for(null);

    [Fact]
    public void A_conflict_on_a_roll_back_waits_for_the_zone_or_for_a_person() => Given_a_run_that_bakes_step(1)
        .The_gate_says(Verdict.Failed)
        .The_change_fails(ChangeFailure.Conflict, "the zone holds 70/30")
        .Then_it_is_held_for(HoldReason.Drifted)
        .After(30).Then_it_asks_for_nothing()
        .The_zone_is_read_as(99, 1).Then_it_asks_for(100, 0).Then_it_is_held_for(null);

    [Fact]
    public void The_late_result_of_a_change_that_was_cut_off_changes_nothing()
    {
        var story = Given_a_run();
        story.Someone_asks(OperatorAct.RollBack).Then_it_is(RunPhase.RollbackApplying);
        story.Route_53_accepts().Route_53_accepts().Then_it_is(RunPhase.RollbackSyncing).Then_it_says("A late result of change 2");
    }
}
