using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>The dimensions of a metric, in whose values "{stack}" stands for the stack's metrics name or its set identifier.</summary>
public static class MetricDimensions
{
    public static bool ArePerStack(ImmutableSortedDictionary<string, string> dimensions) =>
        dimensions.Values.Any(value => value.Contains(CloudWatchMetric.StackPlaceholder, StringComparison.Ordinal));

    /// <summary>The dimensions under which this stack publishes the metric.</summary>
    public static ImmutableSortedDictionary<string, string> Of(ImmutableSortedDictionary<string, string> dimensions, Stack stack) =>
        dimensions.ToImmutableSortedDictionary(
            dimension => dimension.Key,
            dimension => dimension.Value.Replace(
                CloudWatchMetric.StackPlaceholder, stack.MetricsName ?? stack.SetIdentifier, StringComparison.Ordinal),
            StringComparer.Ordinal);
}
