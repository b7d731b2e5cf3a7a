namespace Cutover.Engine.Aws.CloudWatch;

/// <summary>A statistic of one metric.</summary>
/// <param name="Stat">Sum, Average, Minimum, Maximum, SampleCount or a percentile such as p99.</param>
/// <param name="Period">1, 5, 10, 20, 30 or a multiple of 60 seconds.</param>
public sealed record MetricStatQuery(string Id, Metric Metric, string Stat, TimeSpan Period, bool ReturnData = true)
    : MetricDataQuery(Id, ReturnData);
