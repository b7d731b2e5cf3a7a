namespace Cutover.Lab.Tests.CloudWatch;

/// <summary>Requests of several queries, their order, their pages and what is refused.</summary>
public sealed class MetricDataQueryTests
{
    [Fact]
    public async Task Several_queries_come_back_in_order_with_their_labels_but_not_those_that_return_no_data()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("errors", (0, 1));
        var query = new DataQuery(0, 60).Metric("b", "errors", "Sum").Metric("a", "errors", "Sum").Add("Label", "Faults")
            .Metric("hidden", "errors", "Sum").Add("ReturnData", "false").Expression("e", "hidden * 2");

        var results = (await bench.CallAsync("GetMetricData", query.Fields)).Results();

        Assert.Equal(
            ["b:errors:0=1", "a:Faults:0=1", "e:e:0=2"],
            results.Select(result => $"{result.One("Id")}:{result.One("Label")}:{result.Points()}"));
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

        Assert.Equal(
            ["0=1 10=2 PartialData", " PartialData"], first.Results().Select(result => $"{result.Points()} {result.One("StatusCode")}"));
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
            var refusal = await bench.RefusedAsync(
                "GetMetricData",
                new DataQuery(0, 60).Metric("m", "m", "Average").With("MaxDatapoints", "1").With("NextToken", token).Fields);
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
        await RefusedAsync(
            bench, Query().Metric("m", "m", "Sum").Add("Expression", "m + 1").Fields, "exactly one of MetricStat and Expression");
        await RefusedAsync(bench, new DataQuery(60, 60).Metric("m", "m", "Sum").Fields, "StartTime must be less");
        await RefusedAsync(bench, Query().Metric("m", "m", "Sum").With("MaxDatapoints", "0").Fields, "MaxDatapoints");
        await RefusedAsync(
            bench,
            Query().Metric("m", "m", "Sum").Add("AccountId", "1").Fields,
            "does not support the parameters MetricDataQueries.member.1.AccountId");
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
