namespace Cutover.Core.Backtests;

/// <summary>
/// How long CloudWatch keeps datapoints, by their period (GetMetricData in the CloudWatch API reference): periods under a minute for 3
/// hours, from 1 minute for 15 days, from 5 minutes for 63 days, from an hour for 455 days.
/// </summary>
public static class Retention
{
    /// <summary>How long ago a period of this length may have been, to be there still.</summary>
    public static TimeSpan Of(TimeSpan period) => period.TotalMinutes switch
    {
        < 1 => TimeSpan.FromHours(3),
        < 5 => TimeSpan.FromDays(15),
        < 60 => TimeSpan.FromDays(63),
        _ => TimeSpan.FromDays(455),
    };
}
