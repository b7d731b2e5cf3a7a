using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>One statistic of one metric of one stack.</summary>
/// <param name="Id">Unique in its question; begins with a lower-case letter.</param>
/// <param name="Dimensions">As published: nothing stands for a stack any more.</param>
public sealed record MetricStatistic(
    string Id, string Namespace, string Metric, ImmutableSortedDictionary<string, string> Dimensions, string Stat)
{
    /// <summary>For example "AWS/ApplicationELB RequestCount {LoadBalancer=app/envoy/1}".</summary>
    public override string ToString() =>
        $"{Namespace} {Metric} {{{string.Join(", ", Dimensions.Select(dimension => $"{dimension.Key}={dimension.Value}"))}}}";
}
