using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

/// <summary>What a person asks for on the strength of what is no longer so.</summary>
public sealed class LateAskTests
{
    private const string Since = "Paused by ada (decision 7, by ada at 12:00:01 UTC)";

    [Fact]
    public void An_act_that_was_decided_on_something_else_is_refused_and_changes_nothing() => RandomRuns.Obey((plan, turns) => Assert.All(
        turns.Where(turn => turn.WasLive).Where((_, number) => number % 16 == 0).Take(4),
        turn => Assert.All(Enum.GetValues<OperatorAct>().Where(act => act != OperatorAct.RollBack), act =>
        {
            var late = RunMachine.Decide(plan, turn.Before!, new OperatorAskedEvent(act, "bob", "a reason") { Since = Since }, turn.At);
            var tick = RunMachine.Decide(plan, turn.Before!, new TickedEvent(), turn.At);
            Assert.True(late.Refused);
            Assert.Contains(Since, late.Reason, StringComparison.Ordinal);
            Assert.Equal(RunJson.Write(tick.State), RunJson.Write(late.State));
        })));

    [Fact]
    public void A_roll_back_is_never_refused_for_that() => RandomRuns.Obey((plan, turns) => Assert.All(
        turns.Where(turn => turn.WasLive).Where((_, number) => number % 16 == 0).Take(4),
        turn =>
        {
            var asked = new OperatorAskedEvent(OperatorAct.RollBack, "bob", "a reason");
            var late = RunMachine.Decide(plan, turn.Before!, asked with { Since = Since }, turn.At);
            var fresh = RunMachine.Decide(plan, turn.Before!, asked, turn.At);
            Assert.Equal((fresh.Refused, RunJson.Write(fresh.State)), (late.Refused, RunJson.Write(late.State)));
        }));
}
