using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Core.Tests.Gates;

/// <summary>
/// How often a comparison is wrong, and how soon it is right: runs of 30 minutes at 10 samples a second of each stack, looked at every
/// 10 s. A healthy run may fail with a probability of 0.001. A seeded sample in every run; CUTOVER_LONG=1 takes the full number. The
/// figures are in the tests' output.
/// </summary>
public sealed class ErrorRatesTests(ITestOutputHelper output)
{
    private const int Looks = 180;
    private const int PerLook = 100;
    private static readonly bool Long = Environment.GetEnvironmentVariable("CUTOVER_LONG") == "1";

    [Theory]
    [InlineData(0.0005, 0.0005, 1, 0)]
    [InlineData(0.0005, 0.0005, 1.1, 0)]
    [InlineData(0.0005, 0.001, 2, 0)]
    [InlineData(0.01, 0.011, 1.1, 0)]
    [InlineData(0.0005, 0.0015, 1, 0.001)]
    [InlineData(0.3, 0.3, 1, 0)]
    public void Healthy_shares_fail_no_more_often_than_promised(double source, double target, double factor, double allowance)
    {
        var runs = Long ? 10_000 : 300;
        var random = new Random(20261128);
        var failed = Enumerable.Range(0, runs).Count(_ => LookThatFails(random, source, target, factor, allowance) is not null);
        Report($"{source:P2} and {target:P2} at {Goal(factor, allowance)}: {failed} of {runs} healthy runs failed");
        AssertRare(failed, runs);
    }

    [Theory]
    [InlineData(0.005, 1.1, 0, 0.6)]
    [InlineData(0.0062, 1.1, 0, 0.8)]
    [InlineData(0.02, 1.1, 0, 1)]
    [InlineData(0.1, 1.1, 0, 1)]
    [InlineData(0.005, 2, 0.001, 0.3)]
    [InlineData(0.02, 2, 0.001, 1)]
    public void Worse_shares_are_seen(double target, double factor, double allowance, double least)
    {
        var runs = Long ? 2_000 : 60;
        var random = new Random(20261129);
        var looks = Enumerable.Range(0, runs).Select(_ => LookThatFails(random, 0.0005, target, factor, allowance)).ToList();
        ReportPower($"0.05 % and {target:P2} at {Goal(factor, allowance)}", looks);
        Assert.InRange(looks.Count(look => look is not null), least * runs, runs);
    }

    [Theory]
    [InlineData(0.5, 1, 1)]
    [InlineData(0.5, 1.1, 1.1)]
    [InlineData(0.99, 1.1, 1.1)]
    [InlineData(0.99, 1, 1.1)]
    public void Healthy_times_fail_no_more_often_than_promised(double rank, double slower, double factor)
    {
        var runs = Long ? 2_000 : 20;
        var random = new Random(20261130);
        var failed = Enumerable.Range(0, runs).Count(_ => LookThatFails(random, rank, slower, factor) is not null);
        Report($"p{100 * rank} {slower:0.##} times the source's at {Goal(factor, 0)}: {failed} of {runs} healthy runs failed");
        AssertRare(failed, runs);
    }

    [Theory]
    [InlineData(0.5, 1.3, 1.1, 1)]
    [InlineData(0.99, 1.3, 1.1, 0.9)]
    [InlineData(0.99, 2, 1.1, 1)]
    public void Slower_targets_are_seen(double rank, double slower, double factor, double least)
    {
        var runs = Long ? 500 : 15;
        var random = new Random(20261201);
        var looks = Enumerable.Range(0, runs).Select(_ => LookThatFails(random, rank, slower, factor)).ToList();
        ReportPower($"p{100 * rank} {slower:0.##} times the source's at {Goal(factor, 0)}", looks);
        Assert.InRange(looks.Count(look => look is not null), least * runs, runs);
    }

    private static int? LookThatFails(Random random, double source, double target, double factor, double allowance)
    {
        var test = new SequentialRateTest(factor, allowance);
        for (var look = 1; look <= Looks; look++)
        {
            test = test.With(Draw(random, target), Draw(random, source));
            if (test.PValue <= RelativeJudge.Alpha)
            {
                return look;
            }
        }

        return null;
    }

    // The pairs that a relative gate on times counts; the words' confidence sequence is left out, for speed.
    private static int? LookThatFails(Random random, double rank, double slower, double factor)
    {
        var (test, percentile) = (new SequentialRateTest(1), new RunningQuantile(rank));
        for (var look = 1; look <= Looks; look++)
        {
            var (target, source) = (Times(random, slower), Times(random, 1));
            if (percentile.Value is { } limit)
            {
                var worse = Pairs.Above(target, factor * limit, source, limit);
                test = test.With(new(worse.OnTarget, 1), new(worse.OnSource, 1));
            }

            percentile = percentile.With(source);
            if (test.PValue <= RelativeJudge.Alpha)
            {
                return look;
            }
        }

        return null;
    }

    private static Tally Draw(Random random, double chance)
    {
        var events = 0;
        for (var trial = 0; trial < PerLook; trial++)
        {
            events += random.NextDouble() < chance ? 1 : 0;
        }

        return new(events, PerLook);
    }

    // Handshakes of 20 ms in the median, log-normal with σ = 0.3: a p99 of 40 ms.
    private static ImmutableArray<double> Times(Random random, double slower)
    {
        var times = ImmutableArray.CreateBuilder<double>(PerLook);
        for (var k = 0; k < PerLook; k++)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
            times.Add(slower * 20 * Math.Exp(0.3 * normal));
        }

        return times.MoveToImmutable();
    }

    // More would be seen with a chance of one in 100,000 if the promise were just kept.
    private static void AssertRare(int failed, int runs) =>
        Assert.True(new Binomial(runs, RelativeJudge.Alpha).AtLeast(failed) > 1e-5, $"{failed} of {runs} failed");

    private static string Goal(double factor, double allowance) =>
        new RelativeObjective(Comparison.LessOrEqual, factor, 100 * allowance, ObjectiveUnit.Percent).ToString();

    private void ReportPower(string what, List<int?> looks)
    {
        var seconds = looks.OfType<int>().Order().Select(look => look * 10).ToList();
        var times = seconds.Count == 0 ? string.Empty : $", median {seconds[seconds.Count / 2]} s, 90 % within {seconds[seconds.Count * 9 / 10]} s";
        Report($"{what}: {seconds.Count} of {looks.Count} runs failed{times}");
    }

    private void Report(FormattableString words) => output.WriteLine(words.ToString(CultureInfo.InvariantCulture));

    private void Report(string words) => output.WriteLine(words);
}
