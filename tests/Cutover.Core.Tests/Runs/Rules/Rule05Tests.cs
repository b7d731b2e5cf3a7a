using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class Rule05Tests
{
    [Fact]
    public void A_finished_run_emits_no_command_and_stays_as_it_is() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn.Before?.Phase.IsFinished() == true),
        turn =>
        {
            Assert.Empty(turn.Decision.Commands);
            Assert.Same(turn.Before, turn.After);
            Assert.Equal(turn.Event is OperatorAskedEvent, turn.Decision.Refused);
        }));

    [Fact]
    public void The_decision_that_ends_a_run_only_announces_it() => RandomRuns.Obey((_, turns) => Assert.All(
        turns.Where(turn => turn is { WasLive: true, After.Phase: RunPhase.Completed or RunPhase.RolledBack or RunPhase.Abandoned }),
        turn =>
        {
            Assert.All(turn.Decision.Commands, command => Assert.IsType<AnnounceCommand>(command));
            Assert.Equal((null, null, null), (turn.After.WakeAt, turn.After.Hold, turn.After.Until));
            Assert.Empty(turn.After.Pending);
        }));
}
