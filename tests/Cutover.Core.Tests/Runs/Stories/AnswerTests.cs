using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using static Cutover.Core.Tests.Runs.Stories.RunStory;

namespace Cutover.Core.Tests.Runs.Stories;

public sealed class AnswerTests
{
    private static RunStory Given_a_step_in_sync() => Given_a_run().Route_53_accepts().The_change_is_in_sync();

    [Fact]
    public void A_step_waits_for_answers_that_match() => Given_a_step_in_sync().Then_it_observes()
        .The_answers_are(AnswersVerdict.Unseen).After(10).The_gates_pass_and_bake_is_over().Then_it_asks_for_nothing()
        .Then_it_says("waiting for the name servers' answers")
        .After(10).Then_it_observes().The_answers_match().Then_it_asks_for(90, 10);

    [Fact]
    public void One_mismatch_is_asked_after_at_once_and_two_hold() => Given_a_step_in_sync()
        .The_answers_are(AnswersVerdict.Differs).Then_it_is_held_for(null).Then_it_observes()
        .The_answers_are(AnswersVerdict.Differs).Then_it_is_held_for(HoldReason.AnswersDiffer).Then_it_says("wss.lab.example A: Differs")
        .Someone_asks(OperatorAct.Resume)
        .Then_it_is_refused("The name servers' answers differ from the weights: wss.lab.example A: Differs.")
        .After(30).Then_it_observes().The_answers_match().Then_it_is_held_for(HoldReason.AnswersDiffer)
        .Someone_asks(OperatorAct.Resume).Then_it_is_held_for(null);

    [Fact]
    public void A_false_alarm_passes_by() => Given_a_step_in_sync()
        .The_answers_are(AnswersVerdict.Differs).The_answers_match().Then_it_is_held_for(null)
        .After(10).The_gates_pass_and_bake_is_over().Then_it_asks_for(90, 10);

    [Fact]
    public void Answers_that_nobody_sees_hold_and_never_roll_back()
    {
        var story = Given_a_step_in_sync();
        for (var round = 0; round < 12; round++)
        {
            story.The_answers_are(AnswersVerdict.Unseen).After(30).The_gate_says(Verdict.Passed);
        }

        story.Then_it_is(RunPhase.Baking).Then_it_is_held_for(HoldReason.AnswersUnseen).Then_it_asks_for_nothing();
    }

    [Fact]
    public void The_guard_does_not_wait_for_answers() => Given_a_step_in_sync()
        .The_answers_are(AnswersVerdict.Differs).The_answers_are(AnswersVerdict.Differs)
        .The_gate_says(Verdict.Failed).Then_it_asks_for(100, 0);

    [Fact]
    public void A_roll_back_whose_answers_differ_is_not_over() => Given_a_run_that_bakes_step(1)
        .The_gate_says(Verdict.Failed).Route_53_accepts().The_change_is_in_sync().The_zone_is_read_as(100, 0)
        .The_answers_are(AnswersVerdict.Differs).The_answers_are(AnswersVerdict.Differs)
        .Then_it_announces(Severity.Critical, "the name servers' answers differ from the weights")
        .After(30).Then_it_is(RunPhase.RollbackSettling)
        .The_answers_match().Then_it_is(RunPhase.RolledBack);

    [Fact]
    public void A_roll_back_that_nobody_sees_ends_and_says_so() => Given_a_run_that_bakes_step(1)
        .The_gate_says(Verdict.Failed).Route_53_accepts().The_change_is_in_sync().The_zone_is_read_as(100, 0)
        .The_answers_are(AnswersVerdict.Unseen).After(59).Then_it_is(RunPhase.RollbackSettling)
        .After(1).Then_it_is(RunPhase.RolledBack)
        .Then_it_announces(Severity.Critical, "nobody has seen the name servers' answers for 60 s");

    [Fact]
    public void A_pair_of_a_private_zone_waits_for_no_answers() => new RunStory(InPrivate(SamplePlans.Simple)).The_preflight_passes()
        .Route_53_accepts().The_change_is_in_sync().Then_it_observes_nothing()
        .After(10).The_gates_pass_and_bake_is_over().Then_it_asks_for(90, 10);

    [Fact]
    public void Where_one_of_two_zones_is_private_the_other_ones_answers_are_enough()
    {
        var plan = ZonePlans.TwoZones;
        var mixed = plan with { Zones = [plan.Zones[0], plan.Zones[1] with { IsPrivate = true }] };
        Assert.Equal([true, false], mixed.Records.Select(record => mixed.IsObserved(record.Key)));
        var run = new RunDriver(mixed, "moving to Envoy").PassPreflight();
        foreach (var change in new[] { 1, 2 })
        {
            run.Send(new ChangeAcceptedEvent(change, $"C{change}", null));
        }

        run.Send(new ChangeInSyncEvent(1));
        run.Send(new ChangeInSyncEvent(2));
        run.Send(new AnswersObservedEvent(
            run.State.Observations, [new ObservedAnswers(mixed.Records[0].Key, AnswersVerdict.Matches, 90, 10, 0, 0, "as asked")]));
        Assert.Equal([mixed.Records[0].Key], run.State.Answers!.Matched);
        Assert.Null(run.State.Answers.AskAt);
    }

    private static Plan InPrivate(Plan plan) => plan with { Zones = [.. plan.Zones.Select(zone => zone with { IsPrivate = true })] };
}
