using CsCheck;
using Cutover.Core.Statistics;

namespace Cutover.Core.Tests.Statistics;

public sealed class PoissonRateTests
{
    // Garwood's limits as tables of the Poisson distribution give them.
    [Theory]
    [InlineData(0, 0, 3.6889)]
    [InlineData(1, 0.0253, 5.5716)]
    [InlineData(2, 0.2422, 7.2247)]
    [InlineData(5, 1.6235, 11.6683)]
    [InlineData(10, 4.7954, 18.3904)]
    [InlineData(100, 81.3640, 121.6268)]
    public void The_interval_is_the_exact_one(long events, double low, double high)
    {
        var rate = PoissonRate.Of(events, 1);

        Assert.Equal(low, rate.Low, 4);
        Assert.Equal(high, rate.High, 4);
    }

    [Fact]
    public void Rate_and_interval_are_per_unit_of_exposure()
    {
        var rate = PoissonRate.Of(10, 4);

        Assert.Equal((2.5, 18.3904 / 4), (rate.Value, Math.Round(rate.High, 4)));
    }

    [Fact]
    public void The_bounds_leave_out_as_much_as_they_say() =>
        Gen.Select(Gen.Long[1, 5000], Gen.Double[0.5, 0.999]).Sample((events, confidence) =>
        {
            var rate = PoissonRate.Of(events, 1, confidence);
            // P(X >= n) at the lower bound, P(X <= n) at the upper one.
            Assert.Equal((1 - confidence) / 2, IncompleteGamma.P(events, rate.Low), 1e-9);
            Assert.Equal((1 - confidence) / 2, 1 - IncompleteGamma.P(events + 1, rate.High), 1e-9);
        });

    [Theory]
    [InlineData(1, 1, 0.6321205588285577)]
    [InlineData(0.5, 0.5, 0.6826894921370859)]
    [InlineData(5, 5, 0.5595067149347875)]
    [InlineData(3, 20, 0.9999995444850495)]
    public void The_gamma_function_has_its_known_values(double shape, double x, double p) =>
        Assert.Equal(p, IncompleteGamma.P(shape, x), 12);
}
