using System.Numerics;
using CsCheck;
using Cutover.Core.Statistics;

namespace Cutover.Core.Tests.Statistics;

public sealed class BinomialTests
{
    private const double Accuracy = 1e-12;

    [Theory]
    [InlineData(10, 1, 2, 5, 252.0 / 1024)]
    [InlineData(4, 1, 4, 2, 54.0 / 256)]
    [InlineData(5, 0, 1, 0, 1)]
    [InlineData(5, 0, 1, 1, 0)]
    [InlineData(5, 1, 1, 5, 1)]
    [InlineData(5, 1, 1, 4, 0)]
    [InlineData(0, 1, 2, 0, 1)]
    [InlineData(3, 1, 2, -1, 0)]
    [InlineData(3, 1, 2, 4, 0)]
    public void Probabilities_worked_out_by_hand_are_met(int trials, int a, int b, int count, double expected) =>
        Near(expected, new Binomial(trials, (double)a / b).Probability(count));

    [Fact]
    public void Every_probability_and_tail_is_the_exact_one() =>
        Gen.Select(Gen.Int[1, 120], Gen.Int[1, 255]).Sample(
            (trials, weight) =>
            {
                // 1/256 and its multiples are exact as doubles, so that what differs is the computation.
                var (exact, computed) = (new ExactBinomial(trials, weight, 256), new Binomial(trials, weight / 256.0));
                for (var count = 0; count <= trials; count++)
                {
                    Near(exact.Probability(count), computed.Probability(count));
                    Near(exact.AtMost(count), computed.AtMost(count));
                    Near(exact.AtLeast(count), computed.AtLeast(count));
                }
            },
            iter: 40,
            seed: "0000000000001");

    [Theory]
    [InlineData(2_000, 1, 16)]
    [InlineData(2_000, 7, 20)]
    [InlineData(2_000, 20, 60)]
    [InlineData(2_000, 128, 1_000)]
    [InlineData(2_000, 128, 1_100)]
    [InlineData(20_000, 1, 20)]
    [InlineData(20_000, 3, 300)]
    [InlineData(20_000, 25, 2_000)]
    [InlineData(20_000, 128, 10_000)]
    [InlineData(20_000, 128, 9_500)]
    [InlineData(20_000, 255, 19_990)]
    public void Large_numbers_of_trials_are_as_exact(int trials, int weight, int count)
    {
        var numerator = Choose(trials, count) * BigInteger.Pow(weight, count) * BigInteger.Pow(256 - weight, trials - count);
        Near(
            ExactBinomial.Ratio(numerator, BigInteger.Pow(256, trials)),
            new Binomial(trials, weight / 256.0).Probability(count));
    }

    [Fact]
    public void Tails_of_two_thousand_trials_are_as_exact()
    {
        var (exact, computed) = (new ExactBinomial(2_000, 26, 256), new Binomial(2_000, 26 / 256.0));
        Assert.All([0, 1, 100, 150, 203, 204, 250, 400], count =>
        {
            Near(exact.AtMost(count), computed.AtMost(count));
            Near(exact.AtLeast(count), computed.AtLeast(count));
        });
    }

    [Fact]
    public void Twenty_thousand_probabilities_add_up_to_one() => Assert.All(
        [1e-9, 0.001, 0.1, 0.5, 0.99],
        chance => Near(1, Enumerable.Range(0, 20_001).Sum(new Binomial(20_000, chance).Probability)));

    [Fact]
    public void A_range_has_the_probabilities_of_its_counts() =>
        Gen.Select(Gen.Int[1, 200], Gen.Double[0, 1], Gen.Int[0, 200], Gen.Int[0, 200]).Sample(
            (trials, chance, one, other) =>
            {
                var range = new CountRange(Math.Min(one, other), Math.Max(one, other));
                var binomial = new Binomial(trials, chance);
                var sum = Enumerable.Range(0, trials + 1).Where(range.Contains).Sum(binomial.Probability);
                Assert.Equal(sum, binomial.Within(range), Accuracy);
            },
            seed: "0000000000002");

    [Theory]
    [InlineData(-1, 0.5)]
    [InlineData(1, -0.1)]
    [InlineData(1, 1.1)]
    [InlineData(1, double.NaN)]
    public void What_is_no_distribution_is_refused(int trials, double chance) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Binomial(trials, chance));

    private static BigInteger Choose(int trials, int count)
    {
        var (up, down) = (BigInteger.One, BigInteger.One);
        for (var k = 1; k <= Math.Min(count, trials - count); k++)
        {
            (up, down) = (up * (trials - k + 1), down * k);
        }

        return up / down;
    }

    // Relative, down to where doubles lose digits themselves.
    private static void Near(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= Accuracy * expected + 1e-300, $"{actual:R} is not {expected:R}");
}
