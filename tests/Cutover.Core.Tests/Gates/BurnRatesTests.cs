using System.Globalization;
using Cutover.Core.Gates;
using Cutover.Core.Statistics;
using static Cutover.Core.Tests.Gates.BurnGates;

namespace Cutover.Core.Tests.Gates;

/// <summary>
/// How often a burn takes a healthy run back, and how soon it sees a broken one: 10 handshakes a second, looked at every 10 s. A run that fails
/// at exactly the SLO's rate may fail with a probability of 0.001. A seeded sample in every run; CUTOVER_LONG=1 takes the full number. The
/// figures are in the tests' output.
/// </summary>
public sealed class BurnRatesTests(ITestOutputHelper output)
{
    private const int HalfAnHour = 180;
    private const int Hour = 360;
    private static readonly bool Long = Environment.GetEnvironmentVariable("CUTOVER_LONG") == "1";

    [Theory]
    [InlineData(95, HalfAnHour)]
    [InlineData(99, HalfAnHour)]
    [InlineData(99.9, HalfAnHour)]
    [InlineData(99.99, HalfAnHour)]
    [InlineData(99.9, 8 * Hour)]
    public void Runs_at_exactly_the_rate_of_the_SLO_fail_no_more_often_than_promised(double slo, int looks)
    {
        var runs = Math.Max(1, (Long ? 4_000 : 40) * HalfAnHour / (looks > HalfAnHour ? 8 * looks : looks));
        var random = new Random(20261129);
        var failed = Enumerable.Range(0, runs).Count(_ => LookThatFails(random, slo, 0, looks, _ => 1 - (slo / 100)) is not null);
        Report($"{slo} % over {looks / 6} min: {failed} of {runs} runs at exactly the SLO's rate failed");
        Assert.True(new Binomial(runs, BurnTest.Alpha).AtLeast(failed) > 1e-5, $"{failed} of {runs} failed");
    }

    [Theory]
    [InlineData(0, 0.02, 180)]
    [InlineData(0, 0.05, 60)]
    [InlineData(0, 0.5, 10)]
    [InlineData(Hour, 0.02, 3600)]
    [InlineData(Hour, 0.05, 1200)]
    [InlineData(Hour, 0.5, 120)]
    public void Broken_targets_are_seen(int healthy, double broken, int within)
    {
        var runs = Long ? 200 : 6;
        var random = new Random(20261130);
        var seconds = Enumerable.Range(0, runs)
            .Select(_ => LookThatFails(random, 99.9, healthy, healthy + (2 * Hour), look => look < healthy ? 0.0005 : broken))
            .Select(look => 10 * (look - healthy)).Order().ToList();
        Report($"{100 * broken} % after {healthy / 6} healthy min: median {seconds[runs / 2]} s, 90 % within {seconds[runs * 9 / 10]} s, all within {seconds[^1]} s");
        Assert.True(seconds[runs / 2] <= within, $"median {seconds[runs / 2]} s");
    }

    private static int? LookThatFails(Random random, double slo, int from, int looks, Func<int, double> chance)
    {
        var gate = BurnGates.Of((decimal)slo, budget: null);
        var readings = GateReadings.None;
        for (var look = 0; look < looks; look++)
        {
            readings = readings.With(gate, Look(look, Draw(random, chance(look))), Look(look, 0));
            if (look >= from && BurnGates.Judge(gate, look + 1, readings).Target.Verdict == Verdict.Failed)
            {
                return look + 1;
            }
        }

        return null;
    }

    // Failures of a look: the gaps between them are geometric.
    private static long Draw(Random random, double chance)
    {
        var (failures, trial) = (-1L, 0.0);
        for (; trial <= PerLook; failures++)
        {
            trial += 1 + Math.Floor(Math.Log(1 - random.NextDouble()) / Math.Log(1 - chance));
        }

        return failures;
    }

    private void Report(FormattableString words) => output.WriteLine(words.ToString(CultureInfo.InvariantCulture));
}
