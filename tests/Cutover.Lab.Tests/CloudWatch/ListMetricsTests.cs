using System.Collections.Immutable;
using Cutover.Lab.CloudWatch;

namespace Cutover.Lab.Tests.CloudWatch;

public sealed class ListMetricsTests
{
    [Fact]
    public async Task Metrics_are_found_by_namespace_name_and_dimensions()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        Put(bench, "Lab/Edge", "Errors", ("Stack", "envoy"));
        Put(bench, "Lab/Edge", "Errors", ("Stack", "haproxy"));
        Put(bench, "Lab/Edge", "Opens", ("Stack", "envoy"), ("Zone", "a"));
        Put(bench, "Lab/Dns", "Errors");

        Assert.Equal(4, await CountAsync(bench));
        Assert.Equal(3, await CountAsync(bench, ("Namespace", "Lab/Edge")));
        Assert.Equal(3, await CountAsync(bench, ("MetricName", "Errors"), ("RecentlyActive", "PT3H")));
        Assert.Equal(2, await CountAsync(bench, ("Dimensions.member.1.Name", "Stack"), ("Dimensions.member.1.Value", "envoy")));
        Assert.Equal(1, await CountAsync(bench, ("Dimensions.member.1.Name", "Zone")));
        Assert.Equal(0, await CountAsync(bench, ("Namespace", "Lab")));
    }

    [Fact]
    public async Task A_metric_is_listed_once_its_first_datum_is_readable()
    {
        await using var bench = await CloudWatchBench.OpenAsync(options => options with { PublicationDelay = TimeSpan.FromSeconds(5) });
        Put(bench, "Lab/Edge", "Errors");

        Assert.Equal(0, await CountAsync(bench));
        bench.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, await CountAsync(bench));
    }

    [Fact]
    public async Task Pages_hold_five_hundred_metrics()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        for (var at = 0; at < 501; at++)
        {
            Put(bench, "Lab/Edge", $"m{at}");
        }

        var first = await bench.CallAsync("ListMetrics");
        var second = await bench.CallAsync("ListMetrics", ("NextToken", first.One("NextToken")));

        var names = first.All("MetricName").Concat(second.All("MetricName")).Select(name => name.Value).ToList();
        Assert.Equal((500, 501, 501), (first.All("MetricName").Count(), names.Count, names.Distinct().Count()));
        Assert.Null(second.Maybe("NextToken"));
    }

    private static void Put(CloudWatchBench bench, string @namespace, string name, params (string Name, string Value)[] dimensions) =>
        bench.Emulator.Store.Put(@namespace, new MetricDatum(
            name, dimensions.ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Value), [1], CloudWatchBench.Start));

    private static async Task<int> CountAsync(CloudWatchBench bench, params (string, string)[] fields) =>
        (await bench.CallAsync("ListMetrics", fields)).All("MetricName").Count();
}
