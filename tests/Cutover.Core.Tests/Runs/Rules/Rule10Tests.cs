using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class Rule10Tests
{
    [Fact]
    public void Roll_back_is_accepted_in_every_live_phase() => RandomRuns.Obey((plan, turns) => Assert.All(
        turns.Where(turn => turn.WasForward && turn.IsAsked(OperatorAct.RollBack)),
        turn =>
        {
            Assert.False(turn.Decision.Refused);
            Assert.Equal(RunPhase.RollbackApplying, turn.After.Phase);
            Assert.True(turn.Restores(plan) && turn.Applies.Last() is { Overwrite: true, Urgent: true });
        }));

    [Fact]
    public void A_second_roll_back_is_refused_only_while_the_first_is_not_in_doubt() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn.Before?.Phase.IsRollback() == true && turn.IsAsked(OperatorAct.RollBack)),
        turn => Assert.Equal(turn.Before!.Drift is null, turn.Decision.Refused)));

    [Fact]
    public void Nothing_but_a_person_who_abandons_it_leads_out_of_a_roll_back() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn.Before?.Phase.IsRollback() == true && !turn.After.Phase.IsRollback()),
        turn => Assert.True(turn.After.Phase == RunPhase.RolledBack || turn.IsAsked(OperatorAct.Abandon), "it left the roll back")));

    [Fact]
    public void Every_call_of_a_roll_back_goes_before_the_others() => RandomRuns.Obey((_, turns) => Assert.All(
        turns
            .Where(turn => turn.Before?.Phase.IsRollback() == true && turn.After.Phase.IsRollback())
            .SelectMany(turn => turn.Decision.Commands),
        command => Assert.True(command is ApplyWeightsCommand { Urgent: true }
            or CheckChangeCommand { Urgent: true }
            or ReadZoneCommand { Urgent: true }
            or ObserveAnswersCommand
            or WakeAtCommand
            or AnnounceCommand)));

    [Fact]
    public void A_run_is_rolled_back_only_when_the_zone_was_seen_to_hold_the_initial_weights() => RandomRuns.Obey((plan, turns) =>
    {
        var verified = false;
        foreach (var turn in turns)
        {
            verified = turn switch
            {
                { Before.Phase: RunPhase.RollbackVerifying, Event: ZoneReadEvent read } =>
                    read.Found.Weights.SameAs(plan.Initial)
                        && read.Found.Differences.All(difference => difference.Kind == DifferenceKind.Mark),
                { After.Phase: RunPhase.RollbackApplying or RunPhase.RollbackSyncing } => false,
                _ => verified,
            };
            Assert.False(
                turn is { WasLive: true, After.Phase: RunPhase.RolledBack } && (!verified || turn.After.Drift is not null),
                "it was not verified");
        }
    });

    [Fact]
    public void A_failed_attempt_of_a_roll_back_is_always_repeated() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(
            turn =>
                turn is { WasLive: true, Event: ChangeFailedEvent { Failure: not ChangeFailure.Conflict } }
                && turn.After is { Phase: RunPhase.RollbackApplying, Drift: null }),
        turn => Assert.All(
            turn.After.Pending.Where(change => change.Number == ((ChangeFailedEvent)turn.Event).Change && change.ChangeId is null),
            change => Assert.True(change.RetryAt > turn.At && turn.After.WakeAt <= change.RetryAt))));

    [Fact]
    public void No_zone_of_a_roll_back_waits_for_another() => RandomRuns.Obey((plan, turns) => Assert.All(
        turns.Where(turn => turn.TurnedBack),
        turn => Assert.Equal(plan.Zones.Select(zone => zone.Id), turn.Applies.Select(apply => apply.ZoneId))));

    [Fact]
    public void A_run_is_rolled_back_only_when_the_answers_matched_or_nobody_has_seen_them_for_long() => RandomRuns.Obey((plan, turns) =>
    {
        foreach (var turn in turns.Where(turn => turn is { WasLive: true, After.Phase: RunPhase.RolledBack }))
        {
            var since = turns.Last(before => before.After.Phase == RunPhase.RollbackVerifying);
            var verdicts = turns.SkipWhile(before => before != since).TakeWhile(before => before != turn).Append(turn)
                .SelectMany(InTime).ToList();
            var matched = plan.Records.All(record =>
                verdicts.LastOrDefault(answers => answers.Record == record.Key && answers.Verdict != AnswersVerdict.Unseen)?.Verdict
                    == AnswersVerdict.Matches);
            Assert.True(
                matched || turn.Decision.Reason.Contains("nobody has seen", StringComparison.Ordinal),
                "nobody saw the answers, and nobody says so");
            Assert.True(matched || turn.At >= since.At + plan.Playbook.NoData.HoldAfter, "it ended unseen too soon");
        }
    });

    // An observation that nothing waits for any more says nothing.
    private static IEnumerable<ObservedAnswers> InTime(Turn turn) =>
        turn.Event is AnswersObservedEvent observed && !turn.Decision.Reason.Contains("A late observation", StringComparison.Ordinal)
            ? observed.Answers
            : [];
}
