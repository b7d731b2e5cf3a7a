using Cutover.Core.Dns;
using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class Rule03Tests
{
    [Fact]
    public void After_a_gate_fails_the_next_weights_applied_are_the_initial_ones() => RandomRuns.Obey((plan, turns) =>
    {
        var observer = new Observer(plan);
        var owed = false;
        foreach (var turn in turns)
        {
            observer.See(turn);
            owed = owed || (turn.WasUnderWay && FailsOnTheTargetOnly(turn));
            if (owed && !observer.BothFail)
            {
                Assert.All(
                    turn.Applies,
                    apply => Assert.True(
                        apply.Wanted.SameAs(plan.Initial.In(apply.ZoneId)), "other weights were applied after a gate had failed"));
            }

            owed = owed && turn.IsForward;
        }
    });

    [Fact]
    public void A_run_whose_gate_failed_never_completes_unless_the_source_failed_too() => RandomRuns.Obey((plan, turns) =>
    {
        var failed = turns.Any(turn => turn.WasUnderWay && FailsOnTheTargetOnly(turn));
        var rule8 = turns.Any(turn => turn.Event is GateJudgedEvent { Source.Verdict: Verdict.Failed });
        Assert.False(failed && !rule8 && turns[^1].After.Phase == RunPhase.Completed, "it completed over a failed gate");
    });

    private static bool FailsOnTheTargetOnly(Turn turn) =>
        turn.Event is GateJudgedEvent { Target.Verdict: Verdict.Failed } judged
        && judged.Source?.Verdict != Verdict.Failed && turn.Before!.Gates.ContainsKey(judged.Gate);
}
