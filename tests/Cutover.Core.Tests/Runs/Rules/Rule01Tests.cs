using Cutover.Core.Dns;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class Rule01Tests
{
    [Fact]
    public void Only_weights_of_the_plan_or_the_initial_ones_are_ever_applied() => RandomRuns.Obey((plan, turns) =>
    {
        var allowed = Enumerable.Range(0, plan.Steps.Length).Select(plan.WeightsOf).Append(plan.Initial).ToList();
        Assert.All(
            turns.SelectMany(turn => turn.Applies),
            apply => Assert.Contains(allowed, weights => weights.In(apply.ZoneId).SameAs(apply.Wanted)));
    });
}
