using Cutover.Core.Statistics;
using CsCheck;

namespace Cutover.Core.Tests.Statistics;

public sealed class SequentialRateTestTests
{
    /// <summary>
    /// The proof, computed: over every outcome of three blocks of trials the evidence is 1 or less in the mean, at the margin and below it,
    /// whatever the chances, the exposures and how both change.
    /// </summary>
    [Fact]
    public void Under_the_hypothesis_the_evidence_does_not_grow_in_the_mean() => Gen.Select(
        Gen.Double[0.3, 3], Gen.Double[0, 0.2], Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Double[0, 1], Gen.Double[0, 1]).Array[3])
        .Sample(
            (factor, allowance, blocks) =>
            {
                var mean = Mean(new SequentialRateTest(factor, allowance), blocks, 0, factor, allowance);
                Assert.True(mean <= 1 + 1e-9, $"{mean}");
            },
            iter: 60,
            seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Nothing_seen_is_no_evidence() => Assert.Equal(
        (0d, 1d), (Fed(Enumerable.Repeat((0L, 0L), 100)).LogEvidence, Fed(Enumerable.Repeat((0L, 0L), 100)).PValue));

    /// <summary>By hand: one event on the target, equal exposures, margin 1: ½ + ½ · mean of 2·ρ/(ρ + 1) over the grid.</summary>
    [Fact]
    public void One_event_gives_the_evidence_of_the_formula()
    {
        var mean = Enumerable.Range(1, 72).Average(k => 2 * Math.Pow(1.1, k) / (Math.Pow(1.1, k) + 1));
        Assert.Equal(Math.Log(0.5 + (0.5 * mean)), Fed([(1, 0)]).LogEvidence, 12);
    }

    [Fact]
    public void Events_on_the_target_alone_reject_and_stay_rejected()
    {
        var rejected = Fed(Enumerable.Repeat((1L, 0L), 20));
        Assert.InRange(rejected.PValue, 0, 0.001);
        var healthy = Enumerable.Range(0, 100).Aggregate(rejected, (test, _) => test.With(new(0, 100), new(3, 100)));
        Assert.True(healthy.LogEvidence < rejected.LogEvidence);
        Assert.Equal(rejected.PValue, healthy.PValue);
    }

    [Fact]
    public void Events_on_the_source_alone_are_no_evidence() => Assert.InRange(Fed(Enumerable.Repeat((0L, 1L), 200)).PValue, 0.99, 1);

    [Fact]
    public void What_the_allowance_lets_go_is_no_evidence()
    {
        var strict = new SequentialRateTest(1);
        var lenient = new SequentialRateTest(1, allowance: 0.01);
        for (var block = 0; block < 30; block++)
        {
            (strict, lenient) = (strict.With(new(1, 100), new(0, 100)), lenient.With(new(1, 100), new(0, 100)));
        }

        Assert.InRange(strict.PValue, 0, 0.001);
        Assert.InRange(lenient.PValue, 0.5, 1);
    }

    [Fact]
    public void A_stack_without_exposure_says_nothing()
    {
        var test = Fed([(1, 0)]);
        Assert.Same(test, test.With(new(5, 0), new(0, 100)));
        Assert.Same(test, test.With(new(5, 100), new(0, 0)));
    }

    [Fact]
    public void What_goes_wrong_after_hours_of_health_is_seen_within_little_more_evidence()
    {
        var healthy = Enumerable.Range(0, 2_000).Select(block => block % 2 == 0 ? (1L, 0L) : (0L, 1L));
        var late = Fed(healthy);
        var events = 0;
        for (; late.PValue > 0.001; events++)
        {
            late = late.With(new(1, 100), new(0, 100));
        }

        Assert.InRange(events, 15, 45);
    }

    private static SequentialRateTest Fed(IEnumerable<(long Target, long Source)> events) =>
        events.Aggregate(new SequentialRateTest(1), (test, block) => test.With(new(block.Target, 100), new(block.Source, 100)));

    private static double Mean(
        SequentialRateTest test, (int Target, int Source, double Chance, double Below)[] blocks, int next, double factor, double allowance)
    {
        if (next == blocks.Length)
        {
            return Math.Exp(test.LogEvidence);
        }

        var (target, source, chance, below) = blocks[next];
        var most = Math.Min(1, (factor * chance) + allowance);
        // Half of the blocks lie at the margin, the others below it.
        var (ofTarget, ofSource) = (new Binomial(target, below < 0.5 ? most : most * below), new Binomial(source, chance));
        var mean = 0.0;
        for (var one = 0; one <= target; one++)
        {
            for (var other = 0; other <= source; other++)
            {
                mean += ofTarget.Probability(one) * ofSource.Probability(other)
                    * Mean(test.With(new(one, target), new(other, source)), blocks, next + 1, factor, allowance);
            }
        }

        return mean;
    }
}
