using Cutover.Core.Statistics;

namespace Cutover.Core.Tests.Statistics;

public sealed class ConfidenceSequenceTests
{
    [Fact]
    public void Without_an_event_any_ratio_may_be() =>
        Assert.Equal(new Interval(0, double.PositiveInfinity), RateRatioSequence.Empty.With(new(0, 100), new(0, 100)).Of(0.95));

    [Fact]
    public void With_events_on_one_stack_only_one_end_is_known()
    {
        var onTarget = RateRatioSequence.Empty.With(new(20, 1000), new(0, 1000)).Of(0.95);
        Assert.InRange(onTarget.Low, 2, 20);
        Assert.Equal(double.PositiveInfinity, onTarget.High);
        var onSource = RateRatioSequence.Empty.With(new(0, 1000), new(20, 1000)).Of(0.95);
        Assert.Equal(0, onSource.Low);
        Assert.Equal(1 / onTarget.Low, onSource.High, 1e-6);
    }

    [Fact]
    public void More_exposure_of_a_stack_is_taken_out()
    {
        var even = RateRatioSequence.Empty.With(new(50, 1000), new(50, 1000)).Of(0.95);
        var uneven = RateRatioSequence.Empty.With(new(50, 10), new(50, 1000)).Of(0.95);
        Assert.True(even.Contains(1));
        Assert.InRange(uneven.Low / even.Low, 80, 125);
    }

    /// <summary>The exact interval for one look is narrower than what holds at every look, and never by much more than double.</summary>
    [Theory]
    [InlineData(30, 5)]
    [InlineData(100, 80)]
    public void It_is_wider_than_the_interval_of_a_single_look(long target, long source)
    {
        var always = RateRatioSequence.Empty.With(new(target, 1000), new(source, 1000)).Of(0.95);
        var once = ClopperPearson.Of((int)target, (int)(target + source), 0.95);
        Assert.InRange(always.Low, 0, once.Low / (1 - once.Low));
        Assert.InRange(always.High, once.High / (1 - once.High), 6 * once.High / (1 - once.High));
    }

    [Fact]
    public void The_true_ratio_stays_inside_at_every_look()
    {
        var random = new Random(20261128);
        var left = Enumerable.Range(0, 200).Count(_ => Leaves(random, ratio: 3));
        // 95 % is promised for all looks together: of 200 more than 20 outside would have a chance of one in a thousand.
        Assert.InRange(left, 0, 20);
    }

    /// <summary>B(2, 2) / B(1, 1) · 2² is 2/3; seven of seven at c = ½ by the recursion of the beta function.</summary>
    [Theory]
    [InlineData(0, 0, 1, 1)]
    [InlineData(1, 1, 1, 2.0 / 3)]
    [InlineData(2, 0, 1, 4.0 / 3)]
    [InlineData(7, 0, 0.5, 26.8125)]
    public void An_even_split_has_the_evidence_of_the_formula(long one, long other, double concentration, double evidence) =>
        Assert.Equal(evidence, Math.Exp(EvenSplitTest.LogEvidence(one, other, concentration)), 1e-9);

    [Fact]
    public void A_scale_is_found_between_the_pairs_that_disagree()
    {
        var pairs = Enumerable.Range(0, 200).Select(k => (Source: 10 + (k * 7 % 11), Target: 1.5 * (10 + (k * 3 % 11)))).ToList();
        var scales = pairs.Aggregate(ScaleSequence.Empty, (all, pair) =>
            all.With(factor => pair.Target > factor * pair.Source ? new(1, 0) : new(0, 1)));
        var interval = scales.Of(0.95);
        Assert.True(interval.Contains(1.5), $"{interval}");
        Assert.InRange(interval.High / interval.Low, 1, 1.6);
    }

    [Fact]
    public void A_running_quantile_knows_only_enough_of_the_newest()
    {
        var quantile = new RunningQuantile(0.99).With([.. Enumerable.Range(1, 299).Select(k => (double)k)]);
        Assert.Null(quantile.Value);
        Assert.Equal(297, quantile.With([300]).Value);
        var full = quantile.With([.. Enumerable.Range(0, 4_000).Select(_ => 5.0)]);
        Assert.Equal((3_000, 5.0), (full.Count, full.Value));
    }

    [Fact]
    public void Only_pairs_that_disagree_count() =>
        Assert.Equal(new Discordance(2, 1), Pairs.Above([9, 9, 1, 9, 9], 5, [1, 9, 9, 1], 5));

    private static bool Leaves(Random random, double ratio)
    {
        var sequence = RateRatioSequence.Empty;
        for (var block = 0; block < 60; block++)
        {
            sequence = sequence.With(Draw(random, 100, 0.01 * ratio), Draw(random, 100, 0.01));
            if (!sequence.Of(0.95).Contains(ratio))
            {
                return true;
            }
        }

        return false;
    }

    private static Tally Draw(Random random, int trials, double chance) =>
        new(Enumerable.Range(0, trials).Count(_ => random.NextDouble() < chance), trials);
}
