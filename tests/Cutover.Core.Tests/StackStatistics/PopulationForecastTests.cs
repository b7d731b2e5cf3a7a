using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;

namespace Cutover.Core.Tests.StackStatistics;

/// <summary>Forecasts made for simulated populations, and what then came of them.</summary>
public sealed class PopulationForecastTests
{
    private const int Populations = 1_000;

    [Theory]
    [InlineData(1_000, 240, 30, 50, 40)]
    [InlineData(1_000, 240, 5, 50, 40)]
    [InlineData(200, 60, 20, 100, 80)]
    [InlineData(2_000, 20, 10, 10, 8)]
    public void The_interval_holds_the_moment_at_least_as_often_as_it_says(int clients, double lifetime, double watched, int weight, int reach)
    {
        var random = new Random(20260504);
        var (held, tooEarly, tooLate) = (0, 0, 0);
        for (var run = 0; run < Populations; run++)
        {
            var population = new SimulatedPopulation(clients, lifetime, weight / 100.0, random);
            var shares = population.Watch(watched);
            var expected = Assert.IsType<ShareExpected>(ResidentForecast.When(shares, new Share(reach), new Share(weight)));
            var reached = Samples.Begin.AddMinutes(population.Reach(reach / 100.0));
            tooEarly += reached < expected.Earliest ? 1 : 0;
            tooLate += reached > expected.Latest ? 1 : 0;
            held += reached >= expected.Earliest && (expected.Latest is null || reached <= expected.Latest) ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{clients} clients, mean lifetime {lifetime} min, watched {watched} min: {100.0 * held / Populations:0.0} % inside, "
            + $"{tooEarly} earlier, {tooLate} later");
        Assert.True(held >= 0.95 * Populations, $"{held} of {Populations} inside");
    }
}
