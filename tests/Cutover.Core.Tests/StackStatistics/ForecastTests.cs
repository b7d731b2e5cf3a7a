using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;

namespace Cutover.Core.Tests.StackStatistics;

public sealed class ForecastTests
{
    private static readonly Churn FourHours = new(400, 400 * 240);

    [Fact]
    public void Without_noise_it_is_the_formula()
    {
        // 10 % now, 50 % asked, 45 % waited for, mean lifetime 4 h: ln(40 / 5) * 4 h.
        var expected = Assert.IsType<ShareExpected>(When(10, 45, 50, FourHours));

        Assert.Equal(Math.Log(8) * 240, (expected.Likely - Samples.Begin).TotalMinutes, 6);
        Assert.True(expected.Earliest < expected.Likely && expected.Likely < expected.Latest);
    }

    [Theory]
    [InlineData(45, 45, 50)]
    [InlineData(60, 45, 50)]
    public void What_is_reached_is_reached(int resident, int reach, int weight) =>
        Assert.IsType<ShareReached>(When(resident, reach, weight, FourHours));

    [Theory]
    [InlineData(50, 50)]
    [InlineData(45, 10)]
    public void Below_the_weight_it_never_gets_there(int reach, int weight) => Assert.Equal(
        $"at a weight of {weight} % the share of open connections tends to {weight} % and never reaches {reach} %",
        Assert.IsType<ShareNever>(When(1, reach, weight, FourHours)).Why);

    [Fact]
    public void Without_an_end_the_churn_is_not_known() =>
        Assert.IsType<ShareUnknown>(When(1, 45, 50, new Churn(0, 1000)));

    [Fact]
    public void So_near_the_weight_that_chance_decides_the_latest_has_no_end() =>
        Assert.Null(Assert.IsType<ShareExpected>(When(1, 49, 50, FourHours, residents: 1_000)).Latest);

    [Fact]
    public void One_end_gives_a_wide_interval()
    {
        var expected = Assert.IsType<ShareExpected>(When(10, 45, 50, new Churn(1, 240)));

        Assert.True((expected.Likely - Samples.Begin) / (expected.Earliest - Samples.Begin) > 4);
    }

    private static ShareForecast When(int resident, int reach, int weight, Churn churn, int residents = 100_000) => ResidentForecast.When(
        new TrafficShares(Samples.Begin, null, new Share(resident), new Share(resident), new Share(resident), residents, churn, []),
        new Share(reach),
        new Share(weight));
}
