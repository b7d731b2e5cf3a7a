using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Cutover.Core.Playbooks;

/// <summary>
/// One CloudWatch metric. "{stack}" in a dimension value stands for the stack's metrics name or, without one, its set identifier.
/// </summary>
/// <param name="Namespace">For example AWS/ApplicationELB.</param>
/// <param name="Metric">The metric's name.</param>
/// <param name="Dimensions">Every dimension the metric was published with.</param>
/// <param name="Stat">Sum, Average, Minimum, Maximum, SampleCount or pNN.</param>
/// <param name="Period">1, 5, 10, 20, 30 or a multiple of 60 seconds.</param>
/// <param name="Traffic">
/// A metric of the same namespace and dimensions whose presence proves that the stack was seen in a period;
/// without it an absent error metric is no data.
/// </param>
public sealed record CloudWatchMetric(
    string Namespace,
    string Metric,
    ImmutableSortedDictionary<string, string> Dimensions,
    string Stat,
    TimeSpan Period,
    string? Traffic = null) : GateSource
{
    /// <summary>What a dimension value writes where each stack's own name belongs.</summary>
    public const string StackPlaceholder = "{stack}";

    /// <summary>What a dimension value writes where the region of each cohort belongs.</summary>
    public const string CohortPlaceholder = "{cohort}";

    /// <summary>True when a dimension value waits for a cohort.</summary>
    [JsonIgnore]
    public bool NamesCohort => Dimensions.Values.Any(value => value.Contains(CohortPlaceholder, StringComparison.Ordinal));

    public override bool IsPerStack => Dimensions.Values.Any(value => value.Contains(StackPlaceholder, StringComparison.Ordinal));

    /// <summary>The same metric, as it is published for one cohort.</summary>
    public CloudWatchMetric Of(string region) => this with
    {
        Dimensions = Dimensions.ToImmutableSortedDictionary(
            dimension => dimension.Key,
            dimension => dimension.Value.Replace(CohortPlaceholder, region, StringComparison.Ordinal),
            StringComparer.Ordinal),
    };

    /// <summary>The dimensions under which this stack publishes the metric.</summary>
    public ImmutableSortedDictionary<string, string> DimensionsFor(Stack stack) => Dimensions
        .ToImmutableSortedDictionary(
            dimension => dimension.Key,
            dimension => dimension.Value.Replace(StackPlaceholder, stack.MetricsName ?? stack.SetIdentifier, StringComparison.Ordinal),
            StringComparer.Ordinal);
}
