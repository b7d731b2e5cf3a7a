using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>One metric of a <see cref="CloudWatchExpression"/>.</summary>
/// <param name="Namespace">For example AWS/ApplicationELB.</param>
/// <param name="Metric">The metric's name.</param>
/// <param name="Dimensions">Every dimension the metric was published with; "{stack}" stands for the stack.</param>
/// <param name="Stat">Sum, Average, Minimum, Maximum, SampleCount or pNN.</param>
public sealed record MathMetric(string Namespace, string Metric, ImmutableSortedDictionary<string, string> Dimensions, string Stat)
{
    public MetricStatistic Of(string id, Stack stack) => new(id, Namespace, Metric, MetricDimensions.Of(Dimensions, stack), Stat);
}
