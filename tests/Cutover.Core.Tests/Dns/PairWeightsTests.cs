using CsCheck;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Dns;

public sealed class PairWeightsTests
{
    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(1, 99, 1)]
    [InlineData(10, 90, 10)]
    [InlineData(50, 50, 50)]
    [InlineData(99, 1, 99)]
    [InlineData(100, 0, 100)]
    [InlineData(0.5, 199, 1)]
    [InlineData(12.5, 252, 36)]
    [InlineData(0.01, 255, 1)]
    [InlineData(99.99, 1, 255)]
    public void Shares_that_people_write_get_the_weights_they_expect(double percent, int source, int target) =>
        Assert.Equal(new PairWeights(source, target), PairWeights.Nearest(new Share((decimal)percent)));

    [Fact]
    public void No_pair_of_weights_is_nearer_to_the_asked_share() => Gen.Int[1, 99_999].Select(thousandths => thousandths / 1000m).Sample(
        percent => Assert.Equal(Error(PairWeights.Nearest(new Share(percent)), percent), Smallest(percent)), iter: 12);

    [Fact]
    public void A_share_between_nothing_and_everything_reaches_both_stacks() =>
        Gen.Int[1, 99_999].Select(thousandths => thousandths / 1000m).Sample(
            percent => Assert.True(PairWeights.Nearest(new Share(percent)) is { Source: > 0 and <= 255, Target: > 0 and <= 255 }),
            iter: 12);

    [Fact]
    public void A_whole_percent_is_exact_and_adds_up_to_a_hundred() => Assert.All(
        Enumerable.Range(0, 21).Select(twentieth => twentieth * 5).Concat([1, 2, 3, 98, 99]),
        percent => Assert.Equal(new PairWeights(100 - percent, percent), PairWeights.Nearest(new Share(percent))));

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(255, 0, 0)]
    [InlineData(0, 1, 1)]
    [InlineData(3, 1, 0.25)]
    public void Two_zero_weights_mean_equal_shares(int source, int target, double share) =>
        Assert.Equal(share, new PairWeights(source, target).TargetShare);

    // The best target weight for each source weight lies beside the exact one, so two candidates for each are enough.
    private static decimal Smallest(decimal percent) => Enumerable.Range(1, 255)
        .SelectMany(source => Enumerable.Range(0, 2).Select(more => new PairWeights(
            source, (int)Math.Clamp((source * percent / (100 - percent)) + more, 1, 255))))
        .Min(pair => Error(pair, percent));

    private static decimal Error(PairWeights pair, decimal percent) =>
        Math.Abs((100m * pair.Target / (pair.Source + pair.Target)) - percent);
}
