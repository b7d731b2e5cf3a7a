namespace Cutover.Lab.CloudWatch.Metrics;

/// <summary>One statistic of one metric, period by period.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Period">In seconds.</param>
/// <param name="Statistic">What each period becomes.</param>
/// <param name="Unit">Only data with this unit; all when null.</param>
internal sealed record MetricStat(MetricKey Metric, int Period, Statistic Statistic, string? Unit);
