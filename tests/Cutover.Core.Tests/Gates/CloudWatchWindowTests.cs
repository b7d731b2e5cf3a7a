using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Gates;

/// <summary>Points are written as "start:value", start in seconds after noon; the window is 30 s of 10 s periods.</summary>
public sealed class CloudWatchWindowTests
{
    [Theory]
    [InlineData("0:1 10:2 20:3", 30, 0, 30, 6, "all finished")]
    [InlineData("0:1 10:2 20:3", 39, 0, 30, 6, "age does not move the window")]
    [InlineData("0:1 10:2 20:3 30:100", 39, 0, 30, 6, "the unfinished period is dropped")]
    [InlineData("0:1 10:2 20:3 30:100", 40, 10, 40, 105, "a period is finished at its very end")]
    [InlineData("30:4 10:2 0:1 20:3", 40, 10, 40, 9, "in any order")]
    public void The_window_ends_with_the_newest_finished_period(string metric, int now, int from, int to, double value, string why)
    {
        var measured = Assert.IsType<Measured>(Measure(Gate(GateKind.Traffic), metric, "", now));
        Assert.True((At(from), At(to), value) == (measured.From, measured.To, measured.Value), why);
    }

    [Fact]
    public void Absent_errors_are_zero_where_the_traffic_was_seen()
    {
        var measured = Assert.IsType<Measured>(Measure(Gate(GateKind.Errors), "10:2", "0:50 10:60 20:70", 30));
        Assert.Equal((2d, 180L), (measured.Value, measured.Samples));
        Assert.Equal([0, 2, 0], measured.Points.Select(point => point.Value));
    }

    [Fact]
    public void No_errors_at_all_are_zero_where_the_traffic_was_seen() =>
        Assert.Equal(0, Assert.IsType<Measured>(Measure(Gate(GateKind.Errors), "", "0:50 10:60 20:70", 30)).Value);

    [Theory]
    [InlineData(GateKind.Errors, "Handshakes", "10:2", "10:60 20:70", "HandshakeErrors is absent at 12:00:00, and so is Handshakes")]
    [InlineData(
        GateKind.Errors, null, "0:1 20:1", "", "HandshakeErrors is absent at 12:00:10, and without a traffic metric absence is not zero")]
    [InlineData(GateKind.Traffic, null, "0:1 20:1", "0:50 10:60 20:70", "HandshakeErrors is absent at 12:00:10")]
    public void Absence_without_evidence_is_no_data(GateKind kind, string? traffic, string metric, string seen, string why)
    {
        var found = Assert.IsType<NoData>(Measure(Gate(kind, traffic: traffic), metric, seen, 30));
        Assert.Equal((why, At(0), At(30)), (found.Why, found.From, found.To));
    }

    [Fact]
    public void A_latency_passes_over_periods_without_samples()
    {
        var measured = Assert.IsType<Measured>(Measure(Gate(GateKind.Latency, "p99"), "0:40 20:55", "", 30));
        Assert.Equal((55d, 2L), (measured.Value, measured.Samples));
    }

    [Fact]
    public void A_latency_without_any_sample_in_the_window_is_no_data() =>
        Assert.Equal(
            "HandshakeErrors has no datapoint in the window",
            Assert.IsType<NoData>(Measure(Gate(GateKind.Latency, "p99"), "", "0:1 10:1 20:1", 30)).Why);

    [Fact]
    public void Nothing_at_all_is_no_data_up_to_now()
    {
        var found = Assert.IsType<NoData>(Measure(Gate(GateKind.Errors), "30:1", "", 35));
        Assert.Equal(("CloudWatch shows no HandshakeErrors in the last 60 s", At(5), At(35)), (found.Why, found.From, found.To));
    }

    [Theory]
    [InlineData("Sum", 12)]
    [InlineData("SampleCount", 12)]
    [InlineData("Average", 4)]
    [InlineData("Minimum", 1)]
    [InlineData("Maximum", 9)]
    [InlineData("p50", 9)]
    [InlineData("p99.9", 9)]
    public void Each_statistic_is_merged_in_its_own_way(string stat, double value) =>
        Assert.Equal(value, Assert.IsType<Measured>(Measure(Gate(GateKind.Traffic, stat), "0:1 10:2 20:9", "", 30)).Value);

    [Theory]
    [InlineData(25, 0)]
    [InlineData(30, 0)]
    [InlineData(5, 20)]
    public void A_window_that_is_no_multiple_of_the_period_is_rounded_up_to_whole_periods(int window, int from)
    {
        var measured = Assert.IsType<Measured>(Measure(
            Gate(GateKind.Traffic) with { Window = TimeSpan.FromSeconds(window) }, "0:1 10:1 20:1", "", 30));
        Assert.Equal((At(from), At(30), (30d - from) / 10), (measured.From, measured.To, measured.Value));
    }

    [Fact]
    public void Without_a_traffic_metric_the_samples_of_the_points_count()
    {
        var point = new DataPoint(At(20), 40, 250);
        Assert.Equal(
            250, Assert.IsType<Measured>(CloudWatchWindow.Measure(Gate(GateKind.Latency, "p99", null), [point], [], At(30))).Samples);
    }

    private static Measurement Measure(Gate gate, string metric, string traffic, int now) =>
        CloudWatchWindow.Measure(gate, Points(metric), Points(traffic), At(now));

    private static Gate Gate(GateKind kind, string stat = "Sum", string? traffic = "Handshakes") => SamplePlans.Errors with
    {
        Kind = kind,
        Source = (CloudWatchMetric)SamplePlans.Errors.Source with { Stat = stat, Traffic = kind == GateKind.Errors ? traffic : null },
    };

    private static ImmutableArray<DataPoint> Points(string points) =>
        [.. points
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(point => point.Split(':'))
            .Select(point => new DataPoint(At(Number(point[0])), Number(point[1]), 1))];

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset At(int seconds) => SamplePlans.Noon.AddSeconds(seconds);
}
