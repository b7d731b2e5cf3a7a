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
    public void A_change_that_is_accepted_is_asked_after_and_one_that_failed_is_repeated() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Select(turn => turn.After.Change).OfType<PendingChange>(),
        change => Assert.True(change.ChangeId is null || change is { CheckAt: not null, RetryAt: null })));
}
