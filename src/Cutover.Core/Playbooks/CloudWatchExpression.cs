using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>CloudWatch metric math over several metrics of one period.</summary>
/// <param name="Expression">Over the ids of <paramref name="Metrics"/>.</param>
/// <param name="Metrics">By id.</param>
/// <param name="Traffic">
/// The id of the metric that counts observations: its presence proves that the stack was seen in a period. Null only where absence means
/// that nothing can be seen, and for latencies whose datapoints count as one observation each.
/// </param>
public sealed record CloudWatchExpression(
    string Expression, ImmutableSortedDictionary<string, MathMetric> Metrics, TimeSpan Period, string? Traffic = null) : CloudWatchSource
{
    public override bool IsPerStack => Metrics.Values.Any(metric => MetricDimensions.ArePerStack(metric.Dimensions));

    public override bool NamesCohort => Metrics.Values.Any(metric => MetricDimensions.NameCohort(metric.Dimensions));

    public override string Label => Expression;

    public override string? MergedBy => null;

    public override string? TrafficLabel => Traffic is null ? null : Metrics[Traffic].Metric;

    public override CloudWatchSource Of(string region) => this with
    {
        Metrics = Metrics.ToImmutableSortedDictionary(
            entry => entry.Key,
            entry => entry.Value with { Dimensions = MetricDimensions.Of(entry.Value.Dimensions, region) },
            StringComparer.Ordinal),
    };

    public override CloudWatchQuestion About(Stack stack, GateKind kind) => new(
        [.. Metrics.Select(entry => entry.Value.Of(entry.Key, stack))], Expression, Value: null, Traffic);
}
