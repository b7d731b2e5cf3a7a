using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class Rule08Tests
{
    [Fact]
    public void A_gate_that_fails_on_both_stacks_holds_the_run_where_it_is() => RandomRuns.Obey((plan, turns) =>
    {
        var observer = new Observer(plan);
        foreach (var turn in turns)
        {
            observer.See(turn);
            if (turn.WasForward
                && observer is { BothFail: true, TargetFails: false }
                && !turn.IsAsked(OperatorAct.RollBack)
                && !turn.IsAsked(OperatorAct.Abandon)
                && !turn.SeesBreakGlass)
            {
                Assert.True(turn.IsForward, "it went back onto a broken stack");
                Assert.True(turn.After.Hold?.Reason is not (null or HoldReason.Operator), "it does not wait for a person");
            }
        }
    });

    [Fact]
    public void The_machine_turns_back_only_for_a_gate_that_the_source_does_not_fail() => RandomRuns.Obey((plan, turns) =>
    {
        var observer = new Observer(plan);
        var owed = false;
        foreach (var turn in turns)
        {
            observer.See(turn);
            var reason = observer.TargetFails || observer.BlindestOnTargetOnly(turn.At) >= plan.Playbook.NoData.RollBackAfter;
            owed = turn.WasForward && (owed || (reason && turn.After.Drift is not null));
            Assert.False(turn.TurnedBack && !turn.IsAsked(OperatorAct.RollBack) && !turn.SeesBreakGlass && !reason && !owed, "it turned back for no reason");
        }
    });
}
