using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Aws.CloudWatch;

namespace Cutover.Engine.Gates;

/// <summary>The queries of one CloudWatch metric gate, and what their answers mean.</summary>
internal sealed class MetricGate(GateBench bench)
{
    /// <summary>Metric and evidence, for two stacks.</summary>
    public const int MostQueries = 4;

    private readonly CloudWatchMetric metric = (CloudWatchMetric)bench.Gate.Source;

    private IEnumerable<StackRole> Roles => metric.IsPerStack ? [StackRole.Source, StackRole.Target] : [StackRole.Target];

    // What says how many observations stand behind a value: for errors the traffic, for a latency the metric's own count.
    private (string Metric, string Stat)? Evidence => (bench.Gate.Kind, metric.Traffic) switch
    {
        (_, { } traffic) => (traffic, "Sum"),
        (GateKind.Latency, null) => (metric.Metric, "SampleCount"),
        _ => null,
    };

    /// <summary>The oldest period that can still matter: a window that ends as long ago as the data may be old.</summary>
    public DateTimeOffset From(DateTimeOffset now)
    {
        var from = now - bench.Gate.Window - bench.Gate.Freshness - metric.Period;
        return new DateTimeOffset(from.UtcTicks - (from.UtcTicks % metric.Period.Ticks), TimeSpan.Zero);
    }

    public IEnumerable<MetricDataQuery> Queries(int index) => Roles.SelectMany(role => Queries(index, role));

    public void Take(int index, MetricData? data, string? failure, DateTimeOffset now)
    {
        Measurement Of(StackRole role) => data is null
            ? new NotMeasured(now - bench.Gate.Window, now, failure!)
            : Measure(data, Id("m", index, role), Id("e", index, role), now);

        bench.Take(
            Of(StackRole.Target), metric.IsPerStack ? Of(StackRole.Source) : null, data is null ? [] : Compare(data, index, now));
    }

    private ImmutableArray<Stretch> Compare(MetricData data, int index, DateTimeOffset now)
    {
        (ImmutableArray<DataPoint>, ImmutableArray<DataPoint>) Of(StackRole role) =>
            (Points(data.Series, Id("m", index, role)), Points(data.Series, Id("e", index, role)));

        return bench.Gate.Goal is RelativeObjective
            ? CloudWatchPeriods.Of(bench.Gate, Of(StackRole.Target), Of(StackRole.Source), now)
            : [];
    }

    private static string Id(string kind, int index, StackRole role) =>
        FormattableString.Invariant($"{kind}{index}_{(role == StackRole.Source ? "s" : "t")}");

    private IEnumerable<MetricDataQuery> Queries(int index, StackRole role)
    {
        var dimensions = metric.DimensionsFor(bench.Stacks[role]);
        yield return new MetricStatQuery(
            Id("m", index, role), new Metric(metric.Namespace, metric.Metric, dimensions), metric.Stat, metric.Period);
        if (Evidence is var (name, stat))
        {
            yield return new MetricStatQuery(Id("e", index, role), new Metric(metric.Namespace, name, dimensions), stat, metric.Period);
        }
    }

    private Measurement Measure(MetricData data, string metricId, string evidenceId, DateTimeOffset now)
    {
        var series = data.Series.Where(found => found.Id == metricId || found.Id == evidenceId).ToList();
        return series.FirstOrDefault(found => found.Status != MetricSeriesStatus.Complete) is { } broken
            ? new NotMeasured(now - bench.Gate.Window, now, Words(broken))
            : CloudWatchWindow.Measure(bench.Gate, Points(series, metricId), Points(series, evidenceId), now);
    }

    private static string Words(MetricSeries series) => series.Status switch
    {
        MetricSeriesStatus.Forbidden => $"CloudWatch forbids reading {series.Label}",
        MetricSeriesStatus.PartialData => $"CloudWatch gave only part of {series.Label}",
        _ => $"CloudWatch failed on {series.Label}",
    } + string.Concat(series.Messages.Select(message => $": {message.Text}"));

    private static ImmutableArray<DataPoint> Points(IEnumerable<MetricSeries> series, string id) =>
        [.. series
            .Where(found => found.Id == id)
            .SelectMany(found => found.Points)
            .Select(point => new DataPoint(point.At, point.Value, 1))];
}
