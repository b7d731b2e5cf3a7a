using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>
/// The dimensions of a metric. In their values "{stack}" stands for the stack's metrics name or its set identifier, and "{cohort}" for the
/// region of each cohort.
/// </summary>
public static class MetricDimensions
{
    public static bool ArePerStack(ImmutableSortedDictionary<string, string> dimensions) =>
        Name(dimensions, CloudWatchMetric.StackPlaceholder);

    public static bool NameCohort(ImmutableSortedDictionary<string, string> dimensions) =>
        Name(dimensions, CloudWatchMetric.CohortPlaceholder);

    /// <summary>The dimensions under which this stack publishes the metric.</summary>
    public static ImmutableSortedDictionary<string, string> Of(ImmutableSortedDictionary<string, string> dimensions, Stack stack) =>
        With(dimensions, CloudWatchMetric.StackPlaceholder, stack.MetricsName ?? stack.SetIdentifier);

    /// <summary>The dimensions under which it is published for one cohort.</summary>
    public static ImmutableSortedDictionary<string, string> Of(ImmutableSortedDictionary<string, string> dimensions, string region) =>
        With(dimensions, CloudWatchMetric.CohortPlaceholder, region);

    private static bool Name(ImmutableSortedDictionary<string, string> dimensions, string placeholder) =>
        dimensions.Values.Any(value => value.Contains(placeholder, StringComparison.Ordinal));

    private static ImmutableSortedDictionary<string, string> With(
        ImmutableSortedDictionary<string, string> dimensions, string placeholder, string value) => dimensions.ToImmutableSortedDictionary(
            dimension => dimension.Key,
            dimension => dimension.Value.Replace(placeholder, value, StringComparison.Ordinal),
            StringComparer.Ordinal);
}
