using CsCheck;
using Cutover.Core.Statistics;

namespace Cutover.Core.Tests.Statistics;

public sealed class BinomialTestTests
{
    [Theory]
    [InlineData(5, 10, 0.5, 1)]
    [InlineData(0, 10, 0.5, 2.0 / 1024)]
    [InlineData(1, 10, 0.5, 22.0 / 1024)]
    [InlineData(9, 10, 0.5, 22.0 / 1024)]
    [InlineData(4, 9, 0.5, 1)]
    [InlineData(5, 9, 0.5, 1)]
    [InlineData(4, 4, 0.25, 1.0 / 256)]
    [InlineData(3, 4, 0.25, 13.0 / 256)]
    [InlineData(0, 4, 0.25, (81.0 + 13 + 54) / 256)]
    [InlineData(7, 7, 1, 1)]
    [InlineData(6, 7, 1, 0)]
    [InlineData(0, 7, 0, 1)]
    [InlineData(1, 7, 0, 0)]
    [InlineData(0, 0, 0.3, 1)]
    public void P_values_worked_out_by_hand_are_met(int successes, int trials, double share, double expected) =>
        Assert.Equal(expected, BinomialTest.PValue(successes, trials, share), 1e-14);

    [Fact]
    public void Every_p_value_is_the_exact_one() =>
        Gen.Select(Gen.Int[1, 100], Gen.Int[1, 255]).Sample(
            (trials, weight) =>
            {
                var exact = new ExactBinomial(trials, weight, 256);
                Assert.All(Enumerable.Range(0, trials + 1), count =>
                    Assert.Equal(1, BinomialTest.PValue(count, trials, weight / 256.0) / exact.PValue(count), 1e-12));
            },
            iter: 60,
            seed: "0000000000003");

    [Fact]
    public void Accepted_are_the_counts_with_a_p_value_above_the_level() =>
        Gen.Select(Gen.Int[0, 300], Gen.Double[0, 1], Gen.Double[1e-6, 0.2]).Sample(
            (trials, share, level) =>
            {
                var accepted = BinomialTest.Accepted(trials, share, level);
                Assert.All(Enumerable.Range(0, trials + 1), count =>
                    Assert.Equal(BinomialTest.PValue(count, trials, share) > level, accepted.Contains(count)));
            },
            seed: "0000000000004");

    [Fact]
    public void A_share_is_falsely_rejected_no_more_often_than_the_level_says() =>
        Gen.Select(Gen.Int[0, 3_000], Gen.Double[0, 1], Gen.Double[1e-6, 0.2]).Sample(
            (trials, share, level) =>
                new Binomial(trials, share).Within(BinomialTest.Accepted(trials, share, level)) >= 1 - level - 1e-12,
            seed: "0000000000005");
}
