using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>One MetricDataQuery: either a metric or an expression over other queries.</summary>
/// <param name="Id">What expressions call it.</param>
/// <param name="Label">For the answer; the metric's name or the id when null.</param>
/// <param name="ReturnData">Whether it appears in the answer.</param>
/// <param name="Stat">The metric, when it is one.</param>
/// <param name="Expression">The expression, when it is one.</param>
internal sealed record MetricQuery(string Id, string? Label, bool ReturnData, MetricStat? Stat, string? Expression)
{
    internal string ShownLabel => Label ?? Stat?.Metric.Name ?? Id;
}
