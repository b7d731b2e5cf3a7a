using System.Collections.Immutable;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.CloudWatch;
using Cutover.Engine.Tests.Aws.Wire;

namespace Cutover.Engine.Tests.Aws;

public sealed class MetricDataTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly ImmutableArray<MetricDataQuery> Queries =
    [
        new MetricStatQuery(
            "errors",
            new Metric(
                "Lab/Edge",
                "5xx + timeouts",
                ImmutableSortedDictionary.CreateRange<string, string>([new("Stack", "envoy"), new("Az", "a")])),
            "Sum",
            TimeSpan.FromSeconds(60),
            ReturnData: false),
        new ExpressionQuery("rate", "errors / 100", TimeSpan.FromMinutes(1)),
    ];

    [Fact]
    public async Task Metrics_and_expressions_go_out_in_the_query_protocol()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(CloudWatchXml.MetricData(""));

        await AskAsync(wire);

        var request = await wire.Server.NextRequestAsync();
        Assert.Equal(("POST", "/"), (request.Method, request.Target));
        Assert.Equal("application/x-www-form-urlencoded", request.Headers.ContentType);
        Assert.Equal(
            ExpectedForm, request.Form.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
        SignatureCheck.AssertSigned(request, "eu-central-1", "monitoring");
    }

    [Fact]
    public async Task Every_page_is_followed_and_a_series_is_put_together_by_its_id()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server
            .Then(CloudWatchXml.MetricData(
                CloudWatchXml.Series("errors", "PartialData", ("2026-03-01T11:55:00Z", "1.0"), ("2026-03-01T11:56:00Z", "2.5E-4"))
                    + CloudWatchXml.Series("rate", "Complete"),
                next: "page/2+="))
            .Then(CloudWatchXml.MetricData(CloudWatchXml.Series("errors", "Complete", ("2026-03-01T11:57:00Z", "3"))));

        var data = (await AskAsync(wire)).Value();

        Assert.Equal("page/2+=", wire.Server.Requests.Last().Form["NextToken"]);
        Assert.Equal(
            [("errors", MetricSeriesStatus.Complete), ("rate", MetricSeriesStatus.Complete)],
            data.Series.Select(series => (series.Id, series.Status)));
        Assert.Equal(
            [
                new MetricPoint(Noon.AddMinutes(-5), 1),
                new MetricPoint(Noon.AddMinutes(-4), 0.00025),
                new MetricPoint(Noon.AddMinutes(-3), 3),
            ],
            data.Series[0].Points);
        Assert.Empty(data.Series[1].Points);
    }

    [Theory]
    [InlineData("PartialData", MetricSeriesStatus.PartialData)]
    [InlineData("InternalError", MetricSeriesStatus.InternalError)]
    [InlineData("Forbidden", MetricSeriesStatus.Forbidden)]
    public async Task A_series_that_stays_incomplete_says_so(string text, MetricSeriesStatus status)
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(CloudWatchXml.MetricData(
            CloudWatchXml.Series("errors", text), messages: CloudWatchXml.Message("MaxMetricsExceeded", "too many")));

        var data = (await AskAsync(wire)).Value();

        Assert.Equal(status, data.Series.Single().Status);
        Assert.Equal([new CloudWatchMessage("MaxMetricsExceeded", "too many")], data.Messages);
    }

    [Fact]
    public async Task A_failure_on_a_later_page_fails_the_whole_reading()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server
            .Then(CloudWatchXml.MetricData(CloudWatchXml.Series("errors", "PartialData"), next: "2"))
            .Then(ScriptedAnswer.Error(403, "AccessDenied"));

        Assert.Equal(AwsFailureKind.Denied, (await AskAsync(wire)).Failure().Kind);
    }

    [Fact]
    public async Task Throttling_is_retried_as_on_route_53()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(ScriptedAnswer.Throttling).Then(CloudWatchXml.MetricData(""));

        var call = AskAsync(wire);
        await wire.PassNextWaitAsync();

        Assert.Empty((await call).Value().Series);
    }

    [Fact]
    public async Task Timestamps_without_values_are_unreadable()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(CloudWatchXml.MetricData(CloudWatchXml.Series("errors", "Complete", ("2026-03-01T11:55:00Z", "1")).Replace(
            "<Values><member>1</member>", "<Values>", StringComparison.Ordinal)));

        Assert.Equal("UnreadableAnswer", (await AskAsync(wire)).Failure().Code);
    }

    private static readonly ImmutableArray<string> ExpectedForm =
    [
        "Action=GetMetricData",
        "EndTime=2026-03-01T12:00:00Z",
        "MetricDataQueries.member.1.Id=errors",
        "MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Name=Az",
        "MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Value=a",
        "MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.2.Name=Stack",
        "MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.2.Value=envoy",
        "MetricDataQueries.member.1.MetricStat.Metric.MetricName=5xx + timeouts",
        "MetricDataQueries.member.1.MetricStat.Metric.Namespace=Lab/Edge",
        "MetricDataQueries.member.1.MetricStat.Period=60",
        "MetricDataQueries.member.1.MetricStat.Stat=Sum",
        "MetricDataQueries.member.1.ReturnData=false",
        "MetricDataQueries.member.2.Expression=errors / 100",
        "MetricDataQueries.member.2.Id=rate",
        "MetricDataQueries.member.2.Period=60",
        "MetricDataQueries.member.2.ReturnData=true",
        "ScanBy=TimestampAscending",
        "StartTime=2026-03-01T11:55:00Z",
        "Version=2010-08-01",
    ];

    private static Task<AwsOutcome<MetricData>> AskAsync(AwsWire wire) =>
        wire.CloudWatch.GetMetricDataAsync(Queries, Noon.AddMinutes(-5), Noon, CallPriority.Normal, TestContext.Current.CancellationToken);
}
