using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class Rule04Tests
{
    [Fact]
    public void A_gate_that_has_not_passed_for_long_holds_the_run() => RandomRuns.Obey((plan, turns) =>
    {
        var observer = new Observer(plan);
        foreach (var turn in turns)
        {
            observer.See(turn);
            var blind = observer.Blindest(turn.At) >= plan.Playbook.NoData.HoldAfter;
            Assert.False(turn.IsForward && blind && turn.After.Hold?.Reason is (null or HoldReason.Operator), "it goes on blindly");
        }
    });

    [Fact]
    public void A_gate_that_has_not_passed_for_too_long_rolls_the_run_back() => RandomRuns.Obey((plan, turns) =>
    {
        var observer = new Observer(plan);
        foreach (var turn in turns)
        {
            observer.See(turn);
            var tooLong = observer.BlindestOnTargetOnly(turn.At) >= plan.Playbook.NoData.RollBackAfter;
            var mayGoBack = turn.After.Drift is null && !observer.BothFail;
            Assert.False(turn is { IsForward: true } && tooLong && mayGoBack, "it stays where it is blindly");
        }
    });

    [Fact]
    public void A_share_of_connections_that_nobody_can_tell_for_long_holds_the_run() => RandomRuns.Obey((plan, turns) =>
    {
        var since = SamplePlans.Noon;
        foreach (var turn in turns)
        {
            since = turn.Event is TakenUpEvent || IsTold(plan, turn) || turn.After.Phase != RunPhase.Baking ? turn.At : since;
            // From the end of the bake on, for as long as gates may be blind; a count is good for 90 s.
            var limit = TimeSpan.FromSeconds(90) + plan.Playbook.NoData.HoldAfter;
            if (turn.After is { Phase: RunPhase.Baking, BakeSkipped: false, Step: var step, Until: var over }
                && plan.Steps[step].Step.Until is not null && turn.At - since >= limit && turn.At - over >= limit)
            {
                Assert.True(turn.After.Hold?.Reason is not (null or HoldReason.Operator), "it waits for something that nobody can tell");
            }
        }
    });

    [Fact]
    public void A_count_that_loses_its_meaning_is_woken_up_for() => RandomRuns.Obey((plan, turns) => Assert.All(
        turns.Where(turn => turn.After is { Phase: RunPhase.Baking, BakeSkipped: false, Hold: null } && plan.Steps[turn.After.Step].Step.Until is not null),
        turn => Assert.True(turn.After.WakeAt <= Later(turn.After.Until!.Value, turn.After.Connections?.ValidUntil) + plan.Playbook.NoData.HoldAfter)));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    private static bool IsTold(Plan plan, Turn turn) => turn is { WasLive: true, Event: ConnectionsCountedEvent { Shares: var shares } }
        && turn.Before!.Step >= 0 && plan.Steps[turn.Before.Step].Step.Until?.IsToldBy(shares) == true;

    [Fact]
    public void Every_deadline_of_a_blind_gate_is_woken_up_for() => RandomRuns.Obey((plan, turns) =>
    {
        var observer = new Observer(plan);
        foreach (var turn in turns)
        {
            observer.See(turn);
            foreach (var gate in turn.IsForward ? plan.Playbook.Gates : [])
            {
                if (turn.After.Step < 0 || plan.Steps[turn.After.Step].Kind == StepKind.LowerTtl)
                {
                    continue;
                }

                var passed = turn.At - observer.Blind(gate.Name, turn.At);
                TimeSpan[] limits = [plan.Playbook.NoData.HoldAfter, plan.Playbook.NoData.RollBackAfter];
                Assert.All(limits, limit => Assert.True(
                    passed + limit <= turn.At || turn.After.WakeAt <= passed + limit, $"{turn}: {gate.Name} last passed at {passed:T}"));
            }
        }
    });
}
