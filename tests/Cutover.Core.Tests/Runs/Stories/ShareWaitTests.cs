using Cutover.Core.Gates;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs.Stories;

/// <summary>Steps that wait until the open connections have followed the weight.</summary>
public sealed class ShareWaitTests
{
    [Fact]
    public void A_step_waits_for_its_share_of_the_open_connections_and_goes_on_when_it_is_there() => Bake_is_over()
        .The_connections_are(31).Then_it_asks_for_nothing()
        .Then_it_says("Of the open connections 31 % are on Envoy, of the new ones 50 %.")
        .Then_it_says("The bake is over; waiting for connections >= 45 % (now 31 %, expected at 13:20 UTC).")
        .The_connections_are(46).Then_it_asks_for(0, 100);

    [Fact]
    public void A_share_that_is_there_before_the_bake_is_over_waits_for_the_bake() => Given_a_step_that_waits()
        .The_connections_are(46).Then_it_asks_for_nothing().After(10).Then_it_asks_for(0, 100);

    [Fact]
    public void What_is_out_of_sight_is_taken_to_be_on_the_source() => Bake_is_over()
        .The_connections_are(40, atMost: 80).Then_it_asks_for_nothing().Then_it_says("(40-80 % as far as can be told: an instance is out of sight)");

    [Fact]
    public void A_count_says_something_for_90_seconds() => Given_a_step_that_waits()
        .The_connections_are(46).After(9).Someone_asks(OperatorAct.Pause).After(81)
        .Someone_asks(OperatorAct.Resume).Then_it_asks_for_nothing()
        .Then_it_says("waiting for connections >= 45 % (not known since 12:01:40 UTC: nobody has counted, last 46 %)");

    [Fact]
    public void What_is_never_counted_holds_the_run_in_the_time_in_which_gates_may_be_blind() => Bake_is_over()
        .Then_it_says("waiting for connections >= 45 % (not counted yet)").Then_it_is_held_for(null)
        .After(59).Then_it_is_held_for(null)
        .After(1).Then_it_is_held_for(HoldReason.ConnectionsUnseen)
        .Then_it_announces(Severity.Warning, "nobody can tell whether the step may be left: it waits for connections >= 45 % (not counted yet)");

    [Fact]
    public void Nothing_in_sight_holds_the_run_as_well_and_the_count_that_comes_lets_a_person_resume() => Bake_is_over()
        .The_connections_are(31).The_connections_are(null).After(60).Then_it_is_held_for(HoldReason.ConnectionsUnseen)
        .Then_it_says("(not known: an instance is out of sight)")
        .Someone_asks(OperatorAct.Resume).Then_it_is_held_for(HoldReason.ConnectionsUnseen)
        .The_connections_are(46).Then_it_asks_for_nothing().Someone_asks(OperatorAct.Resume).Then_it_asks_for(0, 100);

    [Fact]
    public void Bounds_that_do_not_tell_hold_the_run_too() => Bake_is_over()
        .The_connections_are(40, atMost: 80).After(60).Then_it_is_held_for(HoldReason.ConnectionsUnseen);

    [Fact]
    public void A_share_that_is_never_reached_waits_and_says_why()
    {
        var story = Bake_is_over();
        for (var minute = 0; minute < 60; minute++)
        {
            story.The_connections_are(31).After(60).Then_it_is_held_for(null).Then_it_asks_for_nothing();
        }

        story.Then_it_is(RunPhase.Baking).Then_it_says("(now 31 %, expected at");
    }

    [Fact]
    public void A_person_who_skips_the_bake_skips_the_wait() => Bake_is_over().The_connections_are(31)
        .Someone_asks(OperatorAct.Skip, "they are idle").Then_it_says("and connections >= 45 % is not waited for.").Then_it_asks_for(0, 100);

    [Fact]
    public void A_person_who_skips_a_held_wait_still_has_to_resume() => Bake_is_over()
        .After(60).Then_it_is_held_for(HoldReason.ConnectionsUnseen)
        .Someone_asks(OperatorAct.Skip).Then_it_asks_for_nothing().Someone_asks(OperatorAct.Resume).Then_it_asks_for(0, 100);

    [Fact]
    public void After_a_restart_nothing_is_known_and_the_time_away_is_not_blindness() => Bake_is_over().The_connections_are(31)
        .No_host_runs_for(3600).Then_it_is_held_for(null).Then_it_says("(not known since")
        .After(59).Then_it_is_held_for(null).After(1).Then_it_is_held_for(HoldReason.ConnectionsUnseen);

    [Fact]
    public void A_share_from_before_a_restart_lets_no_step_go() => Given_a_step_that_waits().The_connections_are(46)
        .No_host_runs_for(60).Then_it_asks_for_nothing().The_connections_are(46).Then_it_asks_for(0, 100);

    [Fact]
    public void An_approval_that_comes_later_does_not_wait_for_the_share_again()
    {
        var story = new RunStory(SamplePlans.Following).The_preflight_passes().Reaches_baking().The_connections_are(9).The_gates_pass_and_bake_is_over()
            .Then_it_is(RunPhase.AwaitingApproval);
        story.The_connections_are(0).The_gate_says(Verdict.Passed).Someone_approves_step(2).Then_it_asks_for(50, 50);
    }

    [Fact]
    public void The_guard_does_not_wait_for_connections() => new RunStory(SamplePlans.Following).The_preflight_passes().Reaches_baking()
        .The_connections_are(1).The_gate_says(Verdict.Failed).Then_it_asks_for(100, 0);

    private static RunStory Given_a_step_that_waits() => new RunStory(SamplePlans.OnlyFollowing).Reaches_baking();

    private static RunStory Bake_is_over() => Given_a_step_that_waits().After(10).Then_it_is(RunPhase.Baking).Then_it_asks_for_nothing();
}
