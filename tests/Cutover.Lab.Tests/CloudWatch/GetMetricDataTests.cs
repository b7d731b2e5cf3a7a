using System.Globalization;

namespace Cutover.Lab.Tests.CloudWatch;

/// <summary>Which data become which points.</summary>
public sealed class GetMetricDataTests
{
    [Theory]
    [InlineData("Sum", "0=3 20=9")]
    [InlineData("Average", "0=1.5 20=4.5")]
    [InlineData("Minimum", "0=1 20=4")]
    [InlineData("Maximum", "0=2 20=5")]
    [InlineData("SampleCount", "0=2 20=2")]
    public async Task A_period_without_data_is_absent(string stat, string expected)
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("m", (0, 1), (9, 2), (20, 4), (29, 5));

        Assert.Equal(expected, await PointsAsync(bench, new DataQuery(0, 60).Metric("m", "m", stat)));
    }

    [Theory]
    [InlineData("p0", "1")]
    [InlineData("p50", "50.5")]
    [InlineData("p90", "90.1")]
    [InlineData("p99", "99.01")]
    [InlineData("p99.9", "99.901")]
    [InlineData("p100", "100")]
    public async Task Percentiles_are_interpolated_between_the_nearest_ranks(string stat, string expected)
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("m", [.. Enumerable.Range(1, 100).Select(value => (0, (double)value))]);

        var points = await PointsAsync(bench, new DataQuery(0, 10).Metric("m", "m", stat));

        Assert.Equal(double.Parse(expected, CultureInfo.InvariantCulture), double.Parse(points[2..], CultureInfo.InvariantCulture), 9);
    }

    [Theory]
    [InlineData("2", "7", "3", "4", "")]
    [InlineData("2", "8", "4", "4", "0=4")]
    [InlineData("1", "4", "4", "4", "0=4")]
    public async Task A_statistic_set_gives_a_percentile_only_if_it_hides_no_value(
        string count, string sum, string minimum, string maximum, string expected)
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.CallAsync(
            "PutMetricData",
            ("Namespace", "Lab/Edge"),
            ("MetricData.member.1.MetricName", "m"),
            ("MetricData.member.1.StatisticValues.SampleCount", count),
            ("MetricData.member.1.StatisticValues.Sum", sum),
            ("MetricData.member.1.StatisticValues.Minimum", minimum),
            ("MetricData.member.1.StatisticValues.Maximum", maximum));

        Assert.Equal(expected, await PointsAsync(bench, new DataQuery(0, 60).Metric("m", "m", "p90", 60)));
    }

    [Fact]
    public async Task Negative_values_have_no_percentile()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("m", (0, -1), (1, 5));

        Assert.Equal("", await PointsAsync(bench, new DataQuery(0, 10).Metric("m", "m", "p50")));
    }

    [Theory]
    [InlineData(7, 35, 10, "0=1 10=2 20=3 30=4")]
    [InlineData(7, 30, 10, "0=1 10=2 20=3")]
    [InlineData(12, 50, 20, "0=3 20=7 40=5")]
    [InlineData(10, 60, 60, "0=15")]
    [InlineData(0, 4, 1, "0=1")]
    public async Task The_start_is_rounded_down_to_a_period_and_the_end_is_exclusive(int from, int to, int period, string expected)
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("m", (0, 1), (10, 2), (20, 3), (30, 4), (40, 5));

        Assert.Equal(expected, await PointsAsync(bench, new DataQuery(from, to).Metric("m", "m", "Sum", period)));
    }

    [Theory]
    [InlineData("1", "0=7")]
    [InlineData("60", "")]
    public async Task Periods_under_a_minute_see_only_high_resolution_data(string resolution, string expected)
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.CallAsync(
            "PutMetricData",
            ("Namespace", "Lab/Edge"),
            ("MetricData.member.1.MetricName", "m"),
            ("MetricData.member.1.Value", "7"),
            ("MetricData.member.1.StorageResolution", resolution));

        Assert.Equal(expected, await PointsAsync(bench, new DataQuery(0, 60).Metric("m", "m", "Sum", 10)));
        Assert.Equal("0=7", await PointsAsync(bench, new DataQuery(0, 60).Metric("m", "m", "Sum", 60)));
    }

    [Fact]
    public async Task A_datum_is_readable_only_once_the_publication_delay_has_passed()
    {
        await using var bench = await CloudWatchBench.OpenAsync(options => options with { PublicationDelay = TimeSpan.FromSeconds(120) });
        await bench.PutAsync("m", (0, 1));
        var query = new DataQuery(0, 60).Metric("m", "m", "Sum");

        bench.Time.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal("", await PointsAsync(bench, query));

        bench.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("0=1", await PointsAsync(bench, query));
    }

    [Fact]
    public async Task Another_set_of_dimensions_is_another_metric()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("m", (0, 1));

        Assert.Equal("", await PointsAsync(bench, new DataQuery(0, 60).Metric("m", "m", "Sum")
            .Add("MetricStat.Metric.Dimensions.member.1.Name", "Stack").Add("MetricStat.Metric.Dimensions.member.1.Value", "envoy")));
    }

    [Theory]
    [InlineData("None", "0=1")]
    [InlineData("Count", "")]
    public async Task A_unit_selects_the_data_that_were_put_with_it(string unit, string expected)
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("m", (0, 1));

        Assert.Equal(expected, await PointsAsync(bench, new DataQuery(0, 60).Metric("m", "m", "Sum").Add("MetricStat.Unit", unit)));
    }

    private static async Task<string> PointsAsync(CloudWatchBench bench, DataQuery query) =>
        (await bench.CallAsync("GetMetricData", query.Fields)).Results().Single().Points();
}
