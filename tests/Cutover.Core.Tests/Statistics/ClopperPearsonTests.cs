using CsCheck;
using Cutover.Core.Statistics;

namespace Cutover.Core.Tests.Statistics;

public sealed class ClopperPearsonTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(1_000)]
    public void Without_a_success_the_upper_bound_is_the_closed_form(int trials)
    {
        var interval = ClopperPearson.Of(0, trials, 0.95);
        Assert.Equal(0, interval.Low);
        Assert.Equal(1 - Math.Pow(0.025, 1.0 / trials), interval.High, 1e-13);
        Assert.Equal(1 - interval.High, ClopperPearson.Of(trials, trials, 0.95).Low, 1e-13);
        Assert.Equal(1, ClopperPearson.Of(trials, trials, 0.95).High);
    }

    [Fact]
    public void One_of_two_has_the_roots_of_its_quadratics()
    {
        // P(X ≥ 1) = 1 − (1 − p)² = 0.025 and P(X ≤ 1) = 1 − p² = 0.025.
        var interval = ClopperPearson.Of(1, 2, 0.95);
        Assert.Equal(1 - Math.Sqrt(0.975), interval.Low, 1e-13);
        Assert.Equal(Math.Sqrt(0.975), interval.High, 1e-13);
    }

    [Fact]
    public void No_trial_leaves_every_share_possible() => Assert.Equal(new Interval(0, 1), ClopperPearson.Of(0, 0, 0.95));

    [Fact]
    public void The_interval_covers_every_share_at_least_as_often_as_it_says() =>
        Gen.Select(Gen.Int[1, 60], Gen.Double[0, 1], Gen.Double[0.5, 0.999]).Sample(
            (trials, share, confidence) =>
            {
                var binomial = new Binomial(trials, share);
                var covered = Enumerable.Range(0, trials + 1)
                    .Where(count => ClopperPearson.Of(count, trials, confidence).Contains(share)).Sum(binomial.Probability);
                Assert.True(covered >= confidence - 1e-12, $"{covered} < {confidence}");
            },
            seed: "0000000000006");
}
