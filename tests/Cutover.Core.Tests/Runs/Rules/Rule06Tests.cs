using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class Rule06Tests
{
    [Fact]
    public void Every_live_state_has_one_wake_up_that_lies_ahead() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => !turn.After.Phase.IsFinished()),
        turn =>
        {
            Assert.True(turn.After.WakeAt > turn.At, "it would sleep for ever");
            Assert.Equal(turn.After.WakeAt, Assert.Single(turn.Decision.Commands.OfType<WakeAtCommand>()).At);
        }));

    [Fact]
    public void No_live_state_sleeps_past_the_next_reading_of_the_zone() => RandomRuns.Obey((plan, turns) => Assert.All(
        turns.Where(turn => !turn.After.Phase.IsFinished()),
        turn => Assert.True(turn.After.WakeAt <= turn.At + plan.Pace.ZoneRead)));

    [Fact]
    public void A_change_that_is_accepted_is_asked_after() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Select(turn => turn.After.Pending.FirstOrDefault()).OfType<PendingChange>().Where(change => change.ChangeId is not null),
        change => Assert.True(change is { CheckAt: not null, RetryAt: null })));

    [Fact]
    public void A_change_that_is_not_accepted_is_on_its_way_or_will_be_repeated() => RandomRuns.Obey((_, turns) =>
    {
        var onTheWay = new HashSet<int>();
        foreach (var turn in turns)
        {
            onTheWay.ExceptWith(turn.Event is ChangeFailedEvent failed ? [failed.Change] : []);
            onTheWay.UnionWith(turn.Applies.Select(apply => apply.Change));
            Assert.True(
                turn.After.Pending.FirstOrDefault() is not { ChangeId: null, RetryAt: null } change || onTheWay.Contains(change.Number),
                "it waits for an answer to nothing");
        }
    });

    [Fact]
    public void A_check_that_is_due_is_made() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn.After.Pending.FirstOrDefault()?.CheckAt is not null),
        turn => Assert.True(turn.After.Pending[0].CheckAt > turn.At && turn.After.WakeAt <= turn.After.Pending[0].CheckAt)));
}
