using Cutover.Core.Gates;
using Cutover.Core.Notifications;
using Cutover.Core.Runs;
using static Cutover.Core.Tests.Runs.Stories.RunStory;

namespace Cutover.Core.Tests.Notifications;

/// <summary>What people outside of the dashboard are told, and when.</summary>
public sealed class RunNoticeTests
{
    private const string Home = "wss.lab.example A 100/0";
    private const string First = "wss.lab.example A 99/1";
    private const string Second = "wss.lab.example A 90/10";

    [Fact]
    public void A_step_that_begins_is_told_with_its_weights() => Given_a_run()
        .Then_it_tells(NotificationEvent.Advanced, "Step 1: applying 1 %", null, Home, First);

    [Fact]
    public void The_heartbeat_is_not_told() => Given_a_run()
        .Route_53_accepts().Then_it_tells().The_change_is_in_sync().Then_it_tells().The_answers_match().Then_it_tells()
        .After(10).Then_it_tells().The_gate_says(Verdict.Passed).Then_it_tells();

    [Fact]
    public void An_approval_says_what_waits_and_what_would_be_applied() => Given_a_run_that_bakes_step(2)
        .The_gates_pass_and_bake_is_over().Then_it_is(RunPhase.AwaitingApproval).Then_it_tells(
            NotificationEvent.ApprovalNeeded,
            "Step 3 (50 %) waits for an approval.",
            "step 3 (50 %) waits for an approval",
            Second,
            "wss.lab.example A 50/50")
        .After(5).Then_it_tells();

    [Fact]
    public void A_pause_and_its_end_are_told_and_what_was_refused_is_not() => Given_a_run_that_bakes_step(1)
        .Someone_asks(OperatorAct.Pause).Then_it_tells(
            NotificationEvent.Held, "paused by ada: a reason", "the run waits for a person", First, First)
        .Someone_asks(OperatorAct.Pause).Then_it_tells()
        .Someone_asks(OperatorAct.Resume).Then_it_tells(
            NotificationEvent.Resumed, "Resumed by ada: a reason.", null, First, First);

    [Fact]
    public void Both_stacks_failing_is_a_hold() => Given_a_run_that_bakes_step(1)
        .The_gate_says(Verdict.Failed, Verdict.Failed).Then_it_is_held_for(HoldReason.BothStacksFail)
        .Then_it_tells(NotificationEvent.Held);

    [Fact]
    public void A_run_that_goes_back_by_itself_says_why_and_where_to() => Given_a_run_that_bakes_step(2)
        .The_gate_says(Verdict.Failed).Then_it_tells(NotificationEvent.RollingBack, "Rolling back to HAProxy", null, Second, Home)
        .Route_53_accepts().Then_it_tells().The_change_is_in_sync().Then_it_tells();

    [Fact]
    public void The_end_of_a_rollback_says_what_it_replaced() => Given_a_run_that_bakes_step(2)
        .The_gate_says(Verdict.Failed).Route_53_accepts().The_change_is_in_sync().The_zone_is_read_as(100, 0)
        .The_answers_match().After(60).Then_it_is(RunPhase.RolledBack)
        .Then_it_tells(NotificationEvent.RolledBack, "Rolled back to HAProxy", null, Second, Home)
        .After(60).Then_it_tells();

    [Fact]
    public void A_rollback_that_a_person_asks_for_is_another_event() => Given_a_run_that_bakes_step(2)
        .Someone_asks(OperatorAct.RollBack).Then_it_tells(NotificationEvent.RollbackAsked);

    [Fact]
    public void A_rollback_that_Route_53_does_not_take_is_stuck() => Given_a_run_that_bakes_step(2)
        .The_gate_says(Verdict.Failed).The_change_fails(ChangeFailure.Lasting, "AccessDenied")
        .Then_it_tells(NotificationEvent.RollbackStuck, "AccessDenied", null, Second, Home);

    [Fact]
    public void A_drift_is_an_event_of_its_own_and_a_gate_that_fails_then_waits_for_a_person() => Given_a_run_that_bakes_step(2)
        .After(20).The_zone_is_read_as(70, 30).Then_it_tells(NotificationEvent.Drifted)
        .The_gate_says(Verdict.Failed).Then_it_tells(
            NotificationEvent.RollbackStuck, "so a person must roll back", "a person must roll back", Second, Home);

    [Fact]
    public void The_way_forward_ends_with_its_completion() => Given_a_run_that_bakes_step(4)
        .The_gates_pass_and_bake_is_over().Then_it_is(RunPhase.Completed).Then_it_tells(NotificationEvent.Completed);

    [Fact]
    public void Giving_up_is_told() => Given_a_run_that_bakes_step(1)
        .Someone_asks(OperatorAct.Abandon).Then_it_tells(NotificationEvent.Abandoned, "nobody guards the weights", null, First, First);

    [Fact]
    public void The_start_is_told() => Given_a_run_in_preflight().Then_it_tells(NotificationEvent.Started);
}
