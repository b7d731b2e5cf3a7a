using Cutover.Core.Plans;

namespace Cutover.Engine.Views;

/// <summary>What the gates of a run ask of CloudWatch. Runs share calls; each pays for its metrics.</summary>
/// <param name="PollSeconds">Time between two polls.</param>
/// <param name="MetricsPerPoll">What GetMetricData charges for.</param>
/// <param name="GetMetricDataPerHour">Calls.</param>
/// <param name="DescribeAlarmsPerHour">Calls.</param>
/// <param name="GetMetricDataShare">Of the calls that an account may make by default, 50 a second; 0 and up.</param>
/// <param name="DescribeAlarmsShare">Of the calls that an account may make by default, 9 a second; 0 and up.</param>
/// <param name="DollarsPerHour">US dollars at the host's prices, free tiers left out.</param>
public sealed record CloudWatchView(
    double PollSeconds,
    int MetricsPerPoll,
    double GetMetricDataPerHour,
    double DescribeAlarmsPerHour,
    double GetMetricDataShare,
    double DescribeAlarmsShare,
    decimal DollarsPerHour)
{
    public static CloudWatchView Of(CloudWatchForecast forecast) => new(
        forecast.Poll.TotalSeconds,
        forecast.Metrics,
        forecast.MetricCalls * forecast.PollsPerHour,
        forecast.AlarmCalls * forecast.PollsPerHour,
        forecast.MetricCallShare,
        forecast.AlarmCallShare,
        forecast.DollarsPerHour);
}
