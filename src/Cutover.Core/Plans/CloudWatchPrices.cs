namespace Cutover.Core.Plans;

/// <summary>What CloudWatch charges, in US dollars; free tiers are left out.</summary>
/// <param name="ThousandMetrics">For 1,000 metrics requested with GetMetricData.</param>
/// <param name="ThousandRequests">For 1,000 other requests, such as DescribeAlarms.</param>
public sealed record CloudWatchPrices(decimal ThousandMetrics, decimal ThousandRequests)
{
    /// <summary>List prices of us-east-1, https://aws.amazon.com/cloudwatch/pricing/, as known in November 2026.</summary>
    public static CloudWatchPrices Listed { get; } = new(0.01m, 0.01m);
}
