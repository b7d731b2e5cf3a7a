using System.Globalization;
using Cutover.Lab.CloudWatch;

namespace Cutover.Lab.Tests.CloudWatch;

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
    public async Task A_statistic_set_gives_a_percentile_only_if_it_hides_no_value(string count, string sum, string minimum, string maximum, string expected)
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

    [Fact]
    public async Task Several_queries_come_back_in_order_with_their_labels_but_not_those_that_return_no_data()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("errors", (0, 1));
        var query = new DataQuery(0, 60).Metric("b", "errors", "Sum").Metric("a", "errors", "Sum").Add("Label", "Faults")
            .Metric("hidden", "errors", "Sum").Add("ReturnData", "false").Expression("e", "hidden * 2");

        var results = (await bench.CallAsync("GetMetricData", query.Fields)).Results();

        Assert.Equal(["b:errors:0=1", "a:Faults:0=1", "e:e:0=2"], results.Select(result => $"{result.One("Id")}:{result.One("Label")}:{result.Points()}"));
        Assert.All(results, result => Assert.Equal("Complete", result.One("StatusCode")));
    }

    [Theory]
    [InlineData(true, "0=1 10=2 20=3")]
    [InlineData(false, "20=3 10=2 0=1")]
    public async Task Points_come_in_the_order_that_was_asked_for(bool ascending, string expected)
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("m", (0, 1), (10, 2), (20, 3));

        Assert.Equal(expected, await PointsAsync(bench, new DataQuery(0, 60, ascending).Metric("m", "m", "Sum")));
    }

    [Fact]
    public async Task Pages_are_partial_until_the_last_point_and_see_the_moment_of_the_first_page()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("a", (0, 1), (10, 2), (20, 3));
        await bench.PutAsync("b", (0, 4));
        DataQuery Query() => new DataQuery(0, 60).Metric("a", "a", "Sum").Metric("b", "b", "Sum").With("MaxDatapoints", "2");

        var first = await bench.CallAsync("GetMetricData", Query().Fields);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.PutAsync("a", (30, 9));
        var second = await bench.CallAsync("GetMetricData", Query().With("NextToken", first.One("NextToken")).Fields);

        Assert.Equal(["0=1 10=2 PartialData", " PartialData"], first.Results().Select(result => $"{result.Points()} {result.One("StatusCode")}"));
        Assert.Equal(["20=3 Complete", "0=4 Complete"], second.Results().Select(result => $"{result.Points()} {result.One("StatusCode")}"));
        Assert.Null(second.Maybe("NextToken"));
    }

    [Fact]
    public async Task A_token_is_good_only_for_the_request_it_came_from()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("m", (0, 1), (10, 2));
        var first = await bench.CallAsync("GetMetricData", new DataQuery(0, 60).Metric("m", "m", "Sum").With("MaxDatapoints", "1").Fields);

        foreach (var token in (string[])[first.One("NextToken"), "nonsense", ""])
        {
            var refusal = await bench.RefusedAsync("GetMetricData", new DataQuery(0, 60).Metric("m", "m", "Average").With("MaxDatapoints", "1").With("NextToken", token).Fields);
            Assert.Equal("InvalidNextToken", refusal.Code);
        }
    }

    [Theory]
    [InlineData("Period", "7", "must be 1, 5, 10, 20, 30 or a multiple of 60")]
    [InlineData("Period", "90", "must be 1, 5, 10, 20, 30 or a multiple of 60")]
    [InlineData("Period", "0", "must be 1, 5, 10, 20, 30 or a multiple of 60")]
    [InlineData("Stat", "Median", "Median for parameter MetricDataQueries.member.1.MetricStat.Stat is not a valid statistic")]
    [InlineData("Stat", "p101", "is not a valid statistic")]
    public async Task A_bad_period_or_statistic_is_a_validation_error(string name, string value, string part)
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        var fields = new DataQuery(0, 60).Metric("m", "m", "Sum").Fields
            .Select(field => field.Item1.EndsWith("." + name, StringComparison.Ordinal) ? (field.Item1, value) : field);

        await RefusedAsync(bench, [.. fields], part);
    }

    [Fact]
    public async Task Bad_queries_are_validation_errors()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        DataQuery Query() => new DataQuery(0, 60);
        await RefusedAsync(bench, Query().Metric("M", "m", "Sum").Fields, "lower-case");
        await RefusedAsync(bench, Query().Metric("m", "m", "Sum").Metric("m", "n", "Sum").Fields, "not unique: m");
        await RefusedAsync(bench, Query().Metric("m", "m", "Sum").Add("Expression", "m + 1").Fields, "exactly one of MetricStat and Expression");
        await RefusedAsync(bench, new DataQuery(60, 60).Metric("m", "m", "Sum").Fields, "StartTime must be less");
        await RefusedAsync(bench, Query().Metric("m", "m", "Sum").With("MaxDatapoints", "0").Fields, "MaxDatapoints");
        await RefusedAsync(bench, Query().Metric("m", "m", "Sum").Add("AccountId", "1").Fields, "does not support the parameters MetricDataQueries.member.1.AccountId");
        var many = Query();
        for (var at = 0; at < 501; at++)
        {
            many.Metric($"m{at}", "m", "Sum");
        }

        await RefusedAsync(bench, many.Fields, "greater than 500");
    }

    [Fact]
    public async Task More_calls_in_a_second_than_allowed_are_throttled()
    {
        await using var bench = await CloudWatchBench.OpenAsync(options => options with { RequestsPerSecond = 2 });
        var query = new DataQuery(0, 60).Metric("m", "m", "Sum").Fields;
        await bench.CallAsync("GetMetricData", query);
        await bench.CallAsync("GetMetricData", query);

        Assert.Equal(new Refusal(400, "Sender", "Throttling", "Rate exceeded"), await bench.RefusedAsync("GetMetricData", query));

        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.CallAsync("GetMetricData", query);
    }

    private static async Task<string> PointsAsync(CloudWatchBench bench, DataQuery query) =>
        (await bench.CallAsync("GetMetricData", query.Fields)).Results().Single().Points();

    private static async Task RefusedAsync(CloudWatchBench bench, (string, string)[] fields, string part)
    {
        var refusal = await bench.RefusedAsync("GetMetricData", fields);
        Assert.Equal((400, "ValidationError"), (refusal.Status, refusal.Code));
        Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
    }
}
