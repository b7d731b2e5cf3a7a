using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans;

/// <summary>What the gates of one run ask of CloudWatch, and what that costs. Runs share calls; each pays for its metrics.</summary>
/// <param name="Poll">Time between two polls.</param>
/// <param name="Metrics">Metrics requested in a poll; expressions are free, what they stand on is not.</param>
/// <param name="MetricCalls">GetMetricData calls of a poll.</param>
/// <param name="AlarmCalls">DescribeAlarms calls of a poll.</param>
/// <param name="Prices">What was charged when the plan was made.</param>
public sealed record CloudWatchForecast(TimeSpan Poll, int Metrics, int MetricCalls, int AlarmCalls, CloudWatchPrices Prices)
{
    /// <summary>What one GetMetricData call may hold.</summary>
    public const int MostQueries = 500;

    /// <summary>What one DescribeAlarms call may hold.</summary>
    public const int MostAlarms = 100;

    /// <summary>GetMetricData calls a second that an account has in a region, by default.</summary>
    public const int MetricCallLimit = 50;

    /// <summary>DescribeAlarms calls a second that an account has in a region, by default.</summary>
    public const int AlarmCallLimit = 9;

    public double PollsPerHour => TimeSpan.FromHours(1) / Poll;

    /// <summary>US dollars.</summary>
    public decimal DollarsPerHour =>
        (decimal)PollsPerHour * ((Metrics * Prices.ThousandMetrics) + (AlarmCalls * Prices.ThousandRequests)) / 1_000;

    /// <summary>Of <see cref="MetricCallLimit"/>; 0 and up.</summary>
    public double MetricCallShare => MetricCalls / Poll.TotalSeconds / MetricCallLimit;

    /// <summary>Of <see cref="AlarmCallLimit"/>; 0 and up.</summary>
    public double AlarmCallShare => AlarmCalls / Poll.TotalSeconds / AlarmCallLimit;

    /// <summary>Null where no gate asks CloudWatch.</summary>
    public static CloudWatchForecast? Of(Playbook playbook, TimeSpan poll, CloudWatchPrices prices)
    {
        var asked = playbook.Gates.Where(gate => gate.Source is CloudWatchSource)
            .SelectMany(gate => playbook.Stacks.MeasuredBy(gate.Source)
                .Select(stack => ((CloudWatchSource)gate.Source).About(stack, gate.Kind))
                .Select(question => (((CloudWatchSource)gate.Source).Period, question.Queries, Metrics: question.Statistics.Length)))
            .ToList();
        var calls = asked.GroupBy(one => one.Period).Sum(period => Calls(period.Sum(one => one.Queries), MostQueries));
        var alarms = playbook.Gates.Where(gate => gate.Source is CloudWatchAlarm)
            .Sum(gate => playbook.Stacks.MeasuredBy(gate.Source).Length);
        return calls + alarms == 0
            ? null
            : new CloudWatchForecast(poll, asked.Sum(one => one.Metrics), calls, Calls(alarms, MostAlarms), prices);
    }

    private static int Calls(int parts, int most) => (parts + most - 1) / most;
}
