using System.Collections.Immutable;
using Cutover.Lab.CloudWatch;

namespace Cutover.Lab.Tests.CloudWatch;

public sealed class MetricPublisherTests
{
    private static readonly ImmutableSortedDictionary<string, string> Envoy = ImmutableSortedDictionary<string, string>.Empty.Add(
        "Stack", "envoy");

    [Fact]
    public async Task Many_values_and_many_data_are_spread_over_as_many_calls_as_they_need()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        using var publisher = bench.Publisher();
        ImmutableArray<double> values = [.. Enumerable.Range(0, 4000).Select(at => (double)(at % 1000))];

        var outcome = await publisher.PublishAsync(
            [.. Enumerable.Range(0, 9).Select(at => new MetricDatum($"m{at}", Envoy, values, CloudWatchBench.Start))],
            TestContext.Current.CancellationToken);

        Assert.True(outcome.Succeeded, outcome.Error);
        Assert.Equal("0=4000", await PointsAsync(bench, "m8", "SampleCount"));
        Assert.Equal("0=1998000", await PointsAsync(bench, "m0", "Sum"));
    }

    [Fact]
    public async Task A_refusal_is_an_outcome_with_the_services_words()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        using var publisher = bench.Publisher();

        var outcome = await publisher.PublishAsync(
            [new("m", Envoy, [double.NaN], CloudWatchBench.Start)], TestContext.Current.CancellationToken);

        Assert.Equal(0, outcome.Accepted);
        Assert.StartsWith(
            "InvalidParameterValue: The value NaN for parameter MetricData.member.1.Values.member.1",
            outcome.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_gone_is_an_outcome()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        using var publisher = bench.Publisher();
        await bench.Emulator.DisposeAsync();

        var outcome = await publisher.PublishAsync([new("m", Envoy, [1], CloudWatchBench.Start)], TestContext.Current.CancellationToken);

        Assert.False(outcome.Succeeded);
    }

    private static async Task<string> PointsAsync(CloudWatchBench bench, string metric, string stat)
    {
        var query = new DataQuery(0, 60).Metric("m", metric, stat)
            .Add("MetricStat.Metric.Dimensions.member.1.Name", "Stack").Add("MetricStat.Metric.Dimensions.member.1.Value", "envoy");
        return (await bench.CallAsync("GetMetricData", query.Fields)).Results().Single().Points();
    }
}
