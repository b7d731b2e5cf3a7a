using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class Rule11Tests
{
    [Fact]
    public void A_failed_gate_turns_the_run_back_in_the_same_decision_whatever_the_phase_or_hold() =>
        RandomRuns.Obey((plan, turns) => Assert.All(
            turns.Where(turn => turn.WasUnderWay && FailsOnTheTargetOnly(turn) && turn.Before!.Drift is null),
            turn =>
            {
                Assert.Equal(RunPhase.RollbackApplying, turn.After.Phase);
                Assert.True(turn.Restores(plan), "it did not ask for the initial weights");
            }));

    [Fact]
    public void A_failed_gate_of_a_drifted_run_calls_a_person_once() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn.WasUnderWay && FailsOnTheTargetOnly(turn) && turn.Before is { Drift: not null, RollbackReason: null }),
        turn =>
        {
            Assert.Contains(turn.Decision.Commands, command => command is AnnounceCommand { Severity: Severity.Critical });
            Assert.NotNull(turn.After.RollbackReason);
        }));

    [Fact]
    public void Every_verdict_is_taken_in_every_live_phase() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn is { WasLive: true, Event: GateJudgedEvent judged } && turn.Before!.Gates.ContainsKey(judged.Gate)),
        turn =>
        {
            var judged = (GateJudgedEvent)turn.Event;
            Assert.Equal((judged.Target, judged.Source), (turn.After.Gates[judged.Gate].Target, turn.After.Gates[judged.Gate].Source));
        }));

    private static bool FailsOnTheTargetOnly(Turn turn) =>
        turn.Event is GateJudgedEvent { Target.Verdict: Verdict.Failed } judged
        && judged.Source?.Verdict != Verdict.Failed && turn.Before!.Gates.ContainsKey(judged.Gate);
}
