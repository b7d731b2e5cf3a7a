using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class Rule09RaceTests
{
    [Fact]
    public void A_run_that_nobody_interferes_with_never_sees_a_drift() => RandomRuns.Undisturbed(world => Assert.All(
        world.Run.Turns, turn => Assert.True(turn.After.Drift is null, turn.After.Drift)));
}
