using Cutover.Core.Gates;
using Cutover.Core.Runs;
using static Cutover.Core.Tests.Runs.Stories.RunStory;

namespace Cutover.Core.Tests.Runs.Stories;

public sealed class ForwardTests
{
    [Fact]
    public void All_goes_well() => Given_a_run().Then_it_is(RunPhase.Applying)
        .Route_53_accepts().Then_it_is(RunPhase.Syncing)
        .The_change_is_pending().Then_it_is(RunPhase.Syncing)
        .The_change_is_in_sync().Then_it_is(RunPhase.Settling)
        .The_answers_match().After(10).Then_it_is(RunPhase.Baking)
        .The_gates_pass_and_bake_is_over().Then_it_asks_for(90, 10)
        .Reaches_baking().The_gates_pass_and_bake_is_over().Then_it_is(RunPhase.AwaitingApproval).Then_it_asks_for_nothing()
        .Someone_approves_step(3).Then_it_asks_for(50, 50)
        .Reaches_baking().The_gates_pass_and_bake_is_over().Then_it_asks_for(0, 100)
        .Reaches_baking().The_gates_pass_and_bake_is_over().Then_it_is(RunPhase.Completed)
        .Then_it_announces(Severity.Info, "Completed: wss.lab.example A 0/100.");

    [Fact]
    public void The_first_step_asks_for_99_to_1() =>
        Given_a_run_that_bakes_step(1).Then_it_is(RunPhase.Baking).Then_it_says("Baking for 10 s");

    [Fact]
    public void A_pass_on_data_from_before_the_settle_is_not_enough() => Given_a_run_that_bakes_step(1)
        .The_gate_says(Verdict.Passed).After(10).Then_it_is(RunPhase.Baking).Then_it_says("waiting for handshakes");

    [Theory]
    [InlineData(Verdict.Inconclusive)]
    [InlineData(Verdict.Errored)]
    public void Nothing_but_a_pass_is_a_pass(Verdict verdict) => Given_a_run_that_bakes_step(1)
        .After(10).The_gate_says(verdict).Then_it_is(RunPhase.Baking).Then_it_asks_for_nothing();

    [Fact]
    public void An_approval_waits_for_gates_that_do_not_pass_at_that_moment() => Given_a_run_that_bakes_step(2)
        .The_gates_pass_and_bake_is_over().After(20)
        .Someone_approves_step(3).Then_it_is(RunPhase.AwaitingApproval).Then_it_says("Approved; waiting for handshakes")
        .The_gate_says(Verdict.Passed).Then_it_asks_for(50, 50);

    [Fact]
    public void A_late_click_cannot_approve_another_step() => Given_a_run_that_bakes_step(2).The_gates_pass_and_bake_is_over()
        .Someone_approves_step(2).Then_it_is_refused("Step 2 is not the one that waits: Step 3 is.").Then_it_is(RunPhase.AwaitingApproval);

    [Fact]
    public void A_second_approval_is_refused() => Given_a_run_that_bakes_step(2).The_gates_pass_and_bake_is_over().After(20)
        .Someone_approves_step(3).Someone_approves_step(3).Then_it_is_refused("Step 3 is approved already, by ada.");

    [Fact]
    public void Nothing_can_be_approved_while_no_step_waits() =>
        Given_a_run().Someone_approves_step(1).Then_it_is_refused("No step waits for an approval.");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Skipping_a_bake_needs_a_reason(string? why) => Given_a_run_that_bakes_step(1)
        .Someone_asks(OperatorAct.Skip, why).Then_it_is_refused("Say why the bake is skipped.");

    [Fact]
    public void A_skipped_bake_still_needs_the_gates() => Given_a_run_that_bakes_step(1)
        .Someone_asks(OperatorAct.Skip, "quiet night")
        .Then_it_is(RunPhase.Baking)
        .Then_it_says("Bake skipped by ada: quiet night; the gates must still pass.")
        .Someone_asks(OperatorAct.Skip, "again").Then_it_is_refused("skipped already")
        .After(5).The_gate_says(Verdict.Passed).Then_it_asks_for(90, 10);

    [Fact]
    public void A_pause_while_a_change_is_on_its_way_lets_it_arrive_and_goes_no_further() => Given_a_run()
        .Someone_asks(OperatorAct.Pause).Then_it_is_held_for(HoldReason.Operator)
        .Reaches_baking().The_gates_pass_and_bake_is_over().Then_it_is(RunPhase.Baking).Then_it_asks_for_nothing()
        .Someone_asks(OperatorAct.Pause).Then_it_is_refused("The run is held already: paused by ada: a reason.")
        .Someone_asks(OperatorAct.Resume).Then_it_asks_for(90, 10)
        .Someone_asks(OperatorAct.Resume).Then_it_is_refused("The run is not held.");

    [Fact]
    public void A_step_back_goes_to_the_step_before_and_holds_there() => Given_a_run_that_bakes_step(2)
        .Someone_asks(OperatorAct.StepBack).Then_it_asks_for(99, 1).Then_it_is_held_for(HoldReason.Operator)
        .Reaches_baking().The_gates_pass_and_bake_is_over().Then_it_is(RunPhase.Baking)
        .Someone_asks(OperatorAct.Resume).Then_it_asks_for(90, 10);

    [Fact]
    public void There_is_no_step_before_the_first() => Given_a_run_that_bakes_step(1)
        .Someone_asks(OperatorAct.StepBack).Then_it_is_refused("There is no step before this one: roll back instead.");

    [Fact]
    public void No_step_back_while_a_change_is_under_way() => Given_a_run()
        .Someone_asks(OperatorAct.StepBack).Then_it_is_refused("A change of weights is under way");

    [Fact]
    public void An_abandoned_run_leaves_the_weights_and_needs_a_reason() => Given_a_run_that_bakes_step(1)
        .Someone_asks(OperatorAct.Abandon, " ").Then_it_is_refused("Say why the run is abandoned")
        .Someone_asks(OperatorAct.Abandon, "by hand now").Then_it_is(RunPhase.Abandoned).Then_it_asks_for_nothing()
        .Then_it_announces(Severity.Critical, "nobody guards the weights any more")
        .Someone_asks(OperatorAct.RollBack).Then_it_is_refused("The run is over (abandoned): nothing was done.");
}
