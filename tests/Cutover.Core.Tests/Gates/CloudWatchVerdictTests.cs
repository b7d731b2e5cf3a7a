using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Gates;

/// <summary>
/// What each kind of gate makes of each state of its data: the table of the README. Three periods of 10 s make a window; data may be 30 s
/// old; the value wanted is below 5, or 5 and more for traffic.
/// </summary>
public sealed class CloudWatchVerdictTests
{
    private const int Now = 39;

    [Theory]
    [InlineData(GateKind.Errors, Verdict.Passed, "0 (n = 180) meets < 5")]
    [InlineData(GateKind.Traffic, Verdict.Passed, "60 (n = 3) meets >= 5")]
    [InlineData(GateKind.Latency, Verdict.Passed, "3 (n = 180) meets < 5")]
    public void Fresh_data_that_meets_the_objective_passes(GateKind kind, Verdict verdict, string words) =>
        Expect(kind, verdict, words, kind == GateKind.Errors ? "" : Values(kind), Evidence(kind), Now);

    [Theory]
    [InlineData(GateKind.Errors, "21 (n = 180) misses < 5")]
    [InlineData(GateKind.Traffic, "3 (n = 3) misses >= 5")]
    [InlineData(GateKind.Latency, "9 (n = 180) misses < 5")]
    public void Fresh_data_that_misses_the_objective_fails(GateKind kind, string words) => Expect(
        kind, Verdict.Failed, words, kind switch { GateKind.Traffic => "0:1 10:1 20:1", _ => "0:6 10:6 20:9" }, Evidence(kind), Now);

    [Theory]
    [InlineData(GateKind.Errors)]
    [InlineData(GateKind.Traffic)]
    [InlineData(GateKind.Latency)]
    public void Late_data_is_no_pass_however_good(GateKind kind) =>
        Expect(kind, Verdict.Inconclusive, "but that data ended 31 s ago (limit 30 s)", Values(kind), Evidence(kind), now: 61);

    [Theory]
    [InlineData(GateKind.Errors)]
    [InlineData(GateKind.Traffic)]
    [InlineData(GateKind.Latency)]
    public void Nothing_at_all_is_no_pass(GateKind kind) => Expect(kind, Verdict.Inconclusive, "no data: CloudWatch shows no", "", "", Now);

    [Theory]
    [InlineData(GateKind.Errors, Verdict.Inconclusive, "no data: HandshakeErrors is absent at 12:00:10, and so is Handshakes")]
    [InlineData(GateKind.Traffic, Verdict.Inconclusive, "no data: HandshakeErrors is absent at 12:00:10")]
    [InlineData(GateKind.Latency, Verdict.Passed, "3 (n = 120) meets < 5")]
    public void A_period_without_anything_is_a_gap_but_for_a_latency(GateKind kind, Verdict verdict, string words) => Expect(
        kind,
        verdict,
        words,
        kind switch { GateKind.Errors => "", GateKind.Traffic => "0:20 20:20", _ => "0:3 20:3" },
        kind == GateKind.Traffic ? "" : "0:60 20:60",
        Now);

    [Theory]
    [InlineData(GateKind.Errors)]
    [InlineData(GateKind.Traffic)]
    [InlineData(GateKind.Latency)]
    public void A_value_that_is_no_number_is_no_pass_and_no_miss(GateKind kind) =>
        Expect(kind, Verdict.Inconclusive, "the value is not a number", "0:1 10:NaN 20:1", Evidence(kind), Now);

    [Theory]
    [InlineData(GateKind.Errors)]
    [InlineData(GateKind.Latency)]
    public void Fewer_observations_than_asked_for_are_no_pass(GateKind kind) =>
        Expect(kind, Verdict.Inconclusive, "fewer samples than the 1000", Values(kind), Evidence(kind), Now, samples: 1_000);

    [Theory]
    [InlineData(GateKind.Errors)]
    [InlineData(GateKind.Traffic)]
    [InlineData(GateKind.Latency)]
    public void What_could_not_be_read_is_an_error(GateKind kind)
    {
        var judged = ObjectiveJudge.Judge(
            Gate(kind, 1), "Envoy", [new NotMeasured(At(0), At(Now), "Throttling: Rate exceeded")], At(Now));

        Assert.Equal((Verdict.Errored, null), (judged.Verdict, judged.Value));
        Assert.Contains("could not be measured: Throttling: Rate exceeded", judged.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GateKind.Errors, "0:2 10:7 20:1", Verdict.Failed, 7)]
    [InlineData(GateKind.Traffic, "0:20 10:4 20:20", Verdict.Failed, 4)]
    [InlineData(GateKind.Latency, "0:2 10:4 20:1", Verdict.Passed, 4)]
    public void Of_an_expression_the_worst_period_counts(GateKind kind, string values, Verdict verdict, double worst)
    {
        var gate = Gate(kind, 1) with
        {
            Source = new CloudWatchExpression(
                "100 * m2 / m1",
                ImmutableSortedDictionary<string, MathMetric>.Empty.Add("m1", new MathMetric("Lab/Edge", "Handshakes", ImmutableSortedDictionary<string, string>.Empty, "Sum")),
                TimeSpan.FromSeconds(10),
                kind == GateKind.Traffic ? null : "m1"),
        };
        var measured = CloudWatchWindow.Measure(gate, Points(values), Points(Evidence(kind)), At(Now));

        var judged = ObjectiveJudge.Judge(gate, "Envoy", [measured], At(Now));

        Assert.Equal((verdict, worst), (judged.Verdict, judged.Value));
    }

    [Fact]
    public void A_percentile_of_wanted_traffic_is_bounded_by_its_lowest_period()
    {
        var gate = Gate(GateKind.Traffic, 1);
        gate = gate with { Source = (CloudWatchMetric)gate.Source with { Stat = "p50" } };
        Assert.Equal(4, Assert.IsType<Measured>(CloudWatchWindow.Measure(gate, Points("0:20 10:4 20:20"), [], At(Now))).Value);
    }

    private static void Expect(GateKind kind, Verdict verdict, string words, string values, string evidence, int now, int samples = 1)
    {
        var gate = Gate(kind, samples);
        var measured = CloudWatchWindow.Measure(gate, Points(values), Points(evidence), At(now));

        var judged = ObjectiveJudge.Judge(gate, "Envoy", [measured], At(now));

        Assert.Contains(words, judged.Words, StringComparison.Ordinal);
        Assert.Equal(verdict, judged.Verdict);
    }

    private static string Values(GateKind kind) => kind switch
    {
        GateKind.Traffic => "0:20 10:20 20:20",
        GateKind.Latency => "0:1 10:3 20:2",
        _ => "0:1 10:0 20:1",
    };

    private static string Evidence(GateKind kind) => kind == GateKind.Traffic ? "" : "0:60 10:60 20:60";

    private static Gate Gate(GateKind kind, int samples) => SamplePlans.Errors with
    {
        Kind = kind,
        MinSamples = samples,
        Goal = new Objective(kind == GateKind.Traffic ? Comparison.GreaterOrEqual : Comparison.Less, 5, ObjectiveUnit.Number),
        Source = (CloudWatchMetric)SamplePlans.Errors.Source with
        {
            Stat = kind == GateKind.Latency ? "p99" : "Sum",
            Traffic = kind == GateKind.Errors ? "Handshakes" : null,
        },
    };

    private static ImmutableArray<DataPoint> Points(string points) =>
        [.. points
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(point => point.Split(':'))
            .Select(point => new DataPoint(At(Number(point[0])), Number(point[1]), 1))];

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset At(double seconds) => SamplePlans.Noon.AddSeconds(seconds);
}
