using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using static Cutover.Core.Tests.Runs.Stories.RunStory;

namespace Cutover.Core.Tests.Runs.Stories;

public sealed class PreflightTests
{
    private static readonly DialAnswer Plain = new(101);

    [Fact]
    public void Nothing_is_asked_for_until_every_gate_passed_on_both_stacks() => Given_a_run_in_preflight()
        .Then_it_is(RunPhase.Preflight).Then_it_asks_for_nothing()
        .Then_it_says("waiting for handshakes on HAProxy and Envoy (not judged yet)")
        .The_stacks_answer(Plain, Plain).Then_it_is(RunPhase.Preflight)
        .The_gate_says(Verdict.Inconclusive).Then_it_says("waiting for handshakes on Envoy (Inconclusive)").Then_it_asks_for_nothing()
        .The_gate_says(Verdict.Passed)
        .Then_it_says("Preflight passed: handshakes passes on HAProxy and Envoy; "
            + "both stacks answer the same probe the same way. Step 1: applying 1 %")
        .Then_it_is(RunPhase.Applying).Then_it_asks_for(99, 1);

    [Fact]
    public void A_source_that_fails_by_itself_holds() => Given_a_run_in_preflight().The_stacks_answer(Plain, Plain)
        .The_gate_says(Verdict.Passed, source: Verdict.Failed).Then_it_is_held_for(HoldReason.Preflight)
        .Then_it_says("Held: HAProxy itself fails handshakes: Failed; nothing was moved.")
        .The_gate_says(Verdict.Passed).Then_it_is_held_for(HoldReason.Preflight)
        .Someone_asks(OperatorAct.Resume).Then_it_is_held_for(null).Then_it_asks_for(99, 1);

    [Fact]
    public void A_target_that_fails_holds_and_no_skip_gets_past_it() => Given_a_run_in_preflight().The_stacks_answer(Plain, Plain)
        .The_gate_says(Verdict.Failed).Then_it_is_held_for(HoldReason.Preflight).Then_it_asks_for_nothing()
        .Then_it_announces(Severity.Warning, "Envoy fails handshakes: Failed; nothing was moved")
        .Someone_asks(OperatorAct.Skip).Then_it_is_refused("The guard would take the run back at once")
        .Someone_asks(OperatorAct.Resume).Then_it_is_held_for(HoldReason.Preflight)
        .Someone_asks(OperatorAct.Abandon).Then_it_is(RunPhase.Abandoned);

    [Fact]
    public void What_has_not_passed_in_time_holds_and_names_gate_and_stack_and_a_resume_gives_it_the_time_again() =>
        Given_a_run_in_preflight().The_stacks_answer(Plain, Plain).The_gate_says(Verdict.Errored)
            .After(59).Then_it_is_held_for(null)
            .After(1).Then_it_is_held_for(HoldReason.Preflight)
            .Then_it_says("Held: not passed within 60 s: handshakes on HAProxy (the last pass is older than its freshness limit); "
                + "handshakes on Envoy (Errored); nothing was moved.")
            .Someone_asks(OperatorAct.Resume).Then_it_is_held_for(null)
            .After(59).Then_it_is_held_for(null).After(1).Then_it_is_held_for(HoldReason.Preflight);

    [Fact]
    public void A_skip_does_not_get_past_someone_elses_change() => Given_a_run_in_preflight().After(60)
        .Then_it_is_held_for(HoldReason.Preflight).The_zone_is_read_as(200, 48)
        .Someone_asks(OperatorAct.Skip).Then_it_is_held_for(HoldReason.Drifted).Then_it_asks_for_nothing();

    [Fact]
    public void Time_in_which_no_host_ran_is_not_counted() => Given_a_run_in_preflight()
        .After(30).No_host_runs_for(600).Then_it_is_held_for(null).After(29).Then_it_is_held_for(null)
        .After(1).Then_it_is_held_for(HoldReason.Preflight);

    [Fact]
    public void Stacks_that_answer_differently_hold() => Given_a_run_in_preflight().The_gate_says(Verdict.Passed)
        .The_stacks_answer(new DialAnswer(101, "chat.v2"), Plain).Then_it_is_held_for(HoldReason.Preflight)
        .Then_it_says("HAProxy answers 101 with subprotocol chat.v2, Envoy 101 with subprotocol none; nothing was moved")
        .The_stacks_answer(Plain, Plain).Someone_asks(OperatorAct.Resume).Then_it_asks_for(99, 1);

    [Fact]
    public void A_skip_with_a_reason_begins_whatever_the_source_says() => Given_a_run_in_preflight()
        .The_gate_says(Verdict.Passed, source: Verdict.Failed).Then_it_is_held_for(HoldReason.Preflight)
        .Someone_asks(OperatorAct.Skip, " ").Then_it_is_refused("Say why the preflight is skipped.")
        .Someone_asks(OperatorAct.Skip, "HAProxy is on fire").Then_it_is_held_for(null).Then_it_asks_for(99, 1)
        .Then_it_says("Preflight skipped by ada: HAProxy is on fire; not passed: HAProxy itself fails handshakes: Failed");

    [Fact]
    public void A_skip_of_a_paused_run_waits_for_the_resume() => Given_a_run_in_preflight()
        .Someone_asks(OperatorAct.Pause).Someone_asks(OperatorAct.Skip).Then_it_asks_for_nothing()
        .Someone_asks(OperatorAct.Skip).Then_it_is_refused("The preflight is skipped already.")
        .Someone_asks(OperatorAct.Resume).Then_it_asks_for(99, 1);

    [Fact]
    public void An_approval_of_the_first_step_is_asked_for_after_the_preflight_which_must_still_pass_then()
    {
        var story = Given_a_run_in_preflight(SamplePlans.TwoPairs).Then_it_is(RunPhase.Preflight)
            .Someone_approves_step(1).Then_it_is_refused("No step waits for an approval.")
            .The_preflight_passes().Then_it_is(RunPhase.AwaitingApproval)
            .After(600).Someone_approves_step(1).Then_it_says("Approved; waiting for handshakes, Errors on HAProxy and Envoy (the last pass is older").Then_it_asks_for_nothing();
        story.The_preflight_passes().Then_it_asks_for(95, 5);
    }

    [Fact]
    public void A_source_that_fails_while_the_first_approval_is_awaited_holds() => Given_a_run_in_preflight(SamplePlans.TwoPairs)
        .The_preflight_passes().The_gate_says(Verdict.Failed, source: Verdict.Failed).Then_it_is_held_for(HoldReason.Preflight)
        .Then_it_is(RunPhase.AwaitingApproval).Then_it_asks_for_nothing();

    [Fact]
    public void There_is_nothing_to_step_back_from_and_a_roll_back_verifies_the_zone() => Given_a_run_in_preflight()
        .Someone_asks(OperatorAct.StepBack).Then_it_is_refused("Nothing was moved yet")
        .Someone_asks(OperatorAct.RollBack).Then_it_asks_for(100, 0);

    [Theory]
    [InlineData(Verdict.Inconclusive, null, 0, true)]
    [InlineData(Verdict.Inconclusive, 0.0, 0, true)]
    [InlineData(Verdict.Inconclusive, 9.0, 100, false)]
    [InlineData(Verdict.Failed, 9.0, 100, false)]
    [InlineData(Verdict.Errored, null, 0, false)]
    public void What_lives_from_real_traffic_need_not_pass_on_a_target_that_has_none(
        Verdict verdict, double? value, long samples, bool begins) =>
        Assert.Equal(begins, Begins(SamplePlans.Errors, verdict, value, samples));

    [Fact]
    public void What_demands_traffic_fails_on_an_idle_target_by_nature()
    {
        var upgrades = SamplePlans.Errors with
        {
            Name = "upgrades",
            Kind = GateKind.Traffic,
            Goal = new Objective(Comparison.Greater, 10, ObjectiveUnit.Number),
        };
        Assert.True(Begins(upgrades, Verdict.Failed, 0, 1));
        var run = Judged(upgrades, Verdict.Failed, 0, 1);
        run.Send(new TickedEvent());
        Assert.Equal(RunPhase.Applying, run.State.Phase);
        run.Send(new ChangeAcceptedEvent(1, "C1", null));
        run.Send(new ChangeInSyncEvent(1));
        run.Pass(TimeSpan.FromSeconds(10));
        run.Send(new TickedEvent());
        run.Pass(TimeSpan.FromSeconds(40));
        Assert.Equal(RunPhase.RollbackApplying, Judge(run, upgrades, Verdict.Failed, 0, 1).Phase);
    }

    [Fact]
    public void A_bound_against_the_source_says_nothing_of_the_source_and_waits_for_no_traffic()
    {
        var relative = SamplePlans.Errors with { Goal = new RelativeObjective(Comparison.LessOrEqual, 1.1, 0, ObjectiveUnit.Number) };
        Assert.True(Begins(relative, Verdict.Inconclusive, 5, 100));
        Assert.False(Begins(relative, Verdict.Failed, 5, 100));
    }

    [Fact]
    public void A_burn_waits_for_no_traffic_on_the_target_and_holds_where_it_fails_before_a_write()
    {
        var burn = SamplePlans.Errors with { Goal = new BurnObjective(99.9m, TimeSpan.FromDays(30), 2) };
        Assert.True(Begins(burn, Verdict.Inconclusive, 0, 3));
        Assert.False(Begins(burn, Verdict.Failed, 20, 1000));
    }

    [Fact]
    public void A_run_that_began_before_there_was_a_preflight_goes_on()
    {
        var run = new RunDriver(SamplePlans.Simple);
        var old = run.State with { Phase = RunPhase.AwaitingApproval, Preflight = null, Approved = true };
        var decision = RunMachine.Decide(run.Plan, RunJson.Read<RunState>(RunJson.Write(old)), new TickedEvent(), run.Now);
        Assert.Equal(RunPhase.Applying, decision.State.Phase);
    }

    private static bool Begins(Gate gate, Verdict target, double? value, long samples) =>
        Judged(gate, target, value, samples).State.Step == 0;

    private static RunDriver Judged(Gate gate, Verdict target, double? value, long samples)
    {
        var run = new RunDriver(SamplePlans.Simple with { Playbook = SamplePlans.Simple.Playbook with { Gates = [gate] } });
        Judge(run, gate, target, value, samples);
        return run;
    }

    private static RunState Judge(RunDriver run, Gate gate, Verdict target, double? value, long samples)
    {
        StackVerdict Of(Verdict verdict, double? it, long count) =>
            new(verdict, it, count, run.Now - gate.Window, run.Now, $"{gate.Name}: {verdict}");
        return run.Send(new GateJudgedEvent(gate.Name, Of(target, value, samples), Of(Verdict.Passed, 1, 100))).State;
    }
}
