using Cutover.Core.Gates;
using Cutover.Core.Runs;
using static Cutover.Core.Tests.Runs.Stories.RunStory;

namespace Cutover.Core.Tests.Runs.Stories;

public sealed class TroubleTests
{
    [Fact]
    public void A_breach_at_half_the_traffic_takes_it_all_back() => Given_a_run_that_bakes_step(3)
        .The_gate_says(Verdict.Failed).Then_it_is(RunPhase.RollbackApplying).Then_it_asks_for(100, 0)
        .Then_it_announces(Severity.Critical, "Rolling back to HAProxy (wss.lab.example A 100/0): handshakes on Envoy: Failed.")
        .Route_53_accepts().The_change_is_in_sync().Then_it_is(RunPhase.RollbackVerifying)
        .The_zone_is_read_as(100, 0).Then_it_is(RunPhase.RollbackSettling).The_answers_match()
        .After(10).Then_it_is(RunPhase.RolledBack).Then_it_announces(Severity.Critical, "Rolled back to HAProxy");

    [Fact]
    public void A_breach_is_said_once_in_the_decision_that_rolls_back_for_it()
    {
        var run = new RunDriver(SamplePlans.Simple).PassPreflight();
        var gate = run.Plan.Playbook.Gates[0].Name;
        var reason = run.Send(new GateJudgedEvent(gate, new StackVerdict(Verdict.Failed, 90, 100, run.Now, run.Now, "handshakes on Envoy: 90 %: Failed"), null)).Reason;

        Assert.Equal("handshakes on Envoy: 90 %: Failed. Rolling back to HAProxy (wss.lab.example A 100/0).", reason);
    }

    [Fact]
    public void Two_gates_that_fail_on_both_stacks_fail_in_the_plural()
    {
        var run = new RunDriver(SamplePlans.Simple with { Playbook = SamplePlans.Simple.Playbook with { Gates = [SamplePlans.Handshakes, SamplePlans.Errors] } })
            .PassPreflight();
        foreach (var gate in run.Plan.Playbook.Gates)
        {
            var failed = new StackVerdict(Verdict.Failed, 90, 100, run.Now, run.Now, "failed");
            run.Send(new GateJudgedEvent(gate.Name, failed, failed));
        }

        Assert.Contains("fail on both stacks", run.Send(new OperatorAskedEvent(OperatorAct.Resume, "ada", null)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_stacks_failing_holds_until_the_source_recovers() => Given_a_run_that_bakes_step(2)
        .The_gate_says(Verdict.Failed, source: Verdict.Failed).Then_it_is_held_for(HoldReason.BothStacksFail).Then_it_asks_for_nothing()
        .Someone_asks(OperatorAct.Resume).Then_it_says("fails on both stacks")
        .Someone_asks(OperatorAct.Resume).Then_it_is_held_for(HoldReason.BothStacksFail)
        .The_gate_says(Verdict.Failed, source: Verdict.Passed).Then_it_asks_for(100, 0);

    [Fact]
    public void No_data_holds_and_then_rolls_back() => Given_a_run_that_bakes_step(1)
        .The_gate_says(Verdict.Inconclusive).After(49).Then_it_is_held_for(null)
        .After(1).Then_it_is_held_for(HoldReason.NoData).Then_it_says("handshakes has not passed for 60 s")
        .After(119).Then_it_is(RunPhase.Baking)
        .After(1).Then_it_is(RunPhase.RollbackApplying).Then_it_asks_for(100, 0);

    [Fact]
    public void Time_without_a_host_is_not_blindness_but_what_was_blind_before_stays_so() => Given_a_run_that_bakes_step(1)
        .The_gate_says(Verdict.Inconclusive).After(40)
        .No_host_runs_for(3600).Then_it_is_held_for(null).Then_it_says("nobody watched for 3600 s")
        .After(10).Then_it_is_held_for(HoldReason.NoData);

    [Fact]
    public void No_data_about_the_target_never_rolls_back_onto_a_failing_source() => Given_a_run_that_bakes_step(1)
        .The_gate_says(Verdict.Inconclusive, source: Verdict.Failed)
        .After(400)
        .Then_it_is(RunPhase.Baking)
        .Then_it_is_held_for(HoldReason.NoData)
        .The_gate_says(Verdict.Inconclusive, source: Verdict.Passed).Then_it_asks_for(100, 0);

    [Fact]
    public void A_drift_holds_and_resuming_is_refused_until_the_zone_is_back() => Given_a_run_that_bakes_step(1)
        .After(20)
        .The_zone_is_read_as(70, 30)
        .Then_it_is_held_for(HoldReason.Drifted)
        .Then_it_says("weights are wss.lab.example A 70/30, applied were wss.lab.example A 99/1")
        .Someone_asks(OperatorAct.Resume).Then_it_is_refused("The zone still differs from what was applied")
        .Someone_asks(OperatorAct.StepBack).Then_it_is_refused("The zone differs from what was applied")
        .The_zone_is_read_as(99, 1).Then_it_says("The zone holds what was applied again.").Then_it_is_held_for(HoldReason.Drifted)
        .Someone_asks(OperatorAct.Resume).Then_it_is_held_for(null);

    [Fact]
    public void A_conflict_on_a_step_holds_it_as_drifted() => Given_a_run()
        .The_change_fails(ChangeFailure.Conflict, "the zone holds 70/30").Then_it_is_held_for(HoldReason.Drifted)
        .After(40).Then_it_asks_for_nothing()
        .The_zone_is_read_as(100, 0).Someone_asks(OperatorAct.Resume).Then_it_asks_for(99, 1);

    [Fact]
    public void A_breach_over_a_drift_is_paid_when_the_drift_is_gone_even_if_the_gate_passes_by_then() => Given_a_run_that_bakes_step(2)
        .After(20).The_zone_is_read_as(70, 30)
        .The_gate_says(Verdict.Failed).Then_it_asks_for_nothing().Then_it_announces(Severity.Critical, "so a person must roll back")
        .The_gate_says(Verdict.Passed).Then_it_asks_for_nothing()
        .The_zone_is_read_as(90, 10).Then_it_asks_for(100, 0);

    [Fact]
    public void A_lasting_failure_holds_and_a_resume_tries_again() => Given_a_run()
        .The_change_fails(ChangeFailure.Lasting, "AccessDenied").Then_it_is_held_for(HoldReason.ChangeRefused)
        .After(59).Then_it_asks_for_nothing()
        .The_gate_says(Verdict.Passed).Someone_asks(OperatorAct.Resume).Then_it_asks_for(99, 1).Then_it_is_held_for(null);

    [Fact]
    public void A_passing_failure_is_retried_and_holds_after_the_last_attempt()
    {
        var story = Given_a_run();
        for (var attempt = 1; attempt < SamplePlans.Pace.StepAttempts; attempt++)
        {
            story.The_change_fails(ChangeFailure.Passing, "Throttling").Then_it_is_held_for(null).After(10).Then_it_asks_for(99, 1);
        }

        story
            .The_change_fails(ChangeFailure.Passing, "Throttling")
            .Then_it_is_held_for(HoldReason.ChangeRefused)
            .After(10)
            .Then_it_asks_for_nothing();
    }

    [Fact]
    public void A_change_that_is_pending_too_long_holds() => Given_a_run().Route_53_accepts()
        .The_gate_says(Verdict.Passed).After(50).The_gate_says(Verdict.Passed).After(39).The_change_is_pending().Then_it_is_held_for(null)
        .After(1).The_change_is_pending().Then_it_is_held_for(HoldReason.SyncOverdue).Then_it_says("the change C1 has been PENDING for");

    [Fact]
    public void A_change_that_nobody_could_ask_after_is_not_called_PENDING() => Given_a_run().Route_53_accepts()
        .The_gate_says(Verdict.Passed).After(50).The_gate_says(Verdict.Passed).After(40)
        .The_change_cannot_be_asked_after("Throttling: Rate exceeded")
        .Then_it_is_held_for(HoldReason.SyncOverdue)
        .Then_it_says("nobody knows whether it is in force; GetChange cannot be asked: Throttling: Rate exceeded");

    [Fact]
    public void A_change_that_was_PENDING_before_nobody_could_ask_says_when_it_was() => Given_a_run().Route_53_accepts()
        .The_gate_says(Verdict.Passed).After(50).The_change_is_pending().The_gate_says(Verdict.Passed).After(40)
        .The_change_cannot_be_asked_after("Throttling: Rate exceeded").Then_it_is_held_for(HoldReason.SyncOverdue)
        .Then_it_says("was last PENDING at ").Then_it_says("; GetChange cannot be asked: Throttling: Rate exceeded");

    [Fact]
    public void A_rollback_that_is_kept_out_looks_as_often_as_it_would_after_a_pending_change()
    {
        var story = Given_a_run_that_bakes_step(2).The_gate_says(Verdict.Failed);
        for (var attempt = 0; attempt < 12; attempt++)
        {
            story.The_change_fails(ChangeFailure.Lasting, "AccessDenied")
                .After((int)SamplePlans.Pace.SyncCheck.TotalSeconds).Then_it_asks_for(100, 0);
        }
    }

    [Fact]
    public void A_change_that_Route_53_does_not_know_any_more_is_applied_again() => Given_a_run().Route_53_accepts()
        .Route_53_does_not_know_the_change().Then_it_is(RunPhase.Applying).Then_it_says("Route 53 does not know the change C1; applying wss.lab.example A 99/1 again.")
        .After(10).Then_it_asks_for(99, 1).Then_the_change_knows(100, 0).Then_the_change_knows(99, 1)
        .Reaches_baking().Then_it_is(RunPhase.Baking);

    [Fact]
    public void A_change_that_is_forgotten_each_time_holds_after_the_last_attempt()
    {
        var story = Given_a_run().Route_53_accepts();
        for (var attempt = 1; attempt < SamplePlans.Pace.StepAttempts; attempt++)
        {
            story.Route_53_does_not_know_the_change().Then_it_is_held_for(null).After(10).Then_it_asks_for(99, 1).Route_53_accepts();
        }

        story.Route_53_does_not_know_the_change().Then_it_is_held_for(HoldReason.ChangeRefused);
    }

    [Fact]
    public void A_rollback_whose_change_is_forgotten_is_applied_again_until_it_is_verified() => Given_a_run_that_bakes_step(2)
        .The_gate_says(Verdict.Failed).Route_53_accepts().Then_it_is(RunPhase.RollbackSyncing)
        .Route_53_does_not_know_the_change().Then_it_is(RunPhase.RollbackApplying)
        .After(10).Then_it_asks_for(100, 0).Route_53_accepts().The_change_is_in_sync().The_zone_is_read_as(100, 0).The_answers_match()
        .After(10).Then_it_is(RunPhase.RolledBack);

    [Fact]
    public void A_reading_asked_for_before_the_change_was_accepted_says_nothing_about_it()
    {
        var story = Given_a_run().After(30);
        story.Route_53_accepts().The_zone_is_read_as(100, 0).Then_it_is_held_for(null).Then_it_says("it says nothing about now");
    }
}
