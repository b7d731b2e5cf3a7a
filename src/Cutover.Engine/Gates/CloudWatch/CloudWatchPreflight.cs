using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.CloudWatch;
using Cutover.Engine.Dns;

namespace Cutover.Engine.Gates.CloudWatch;

/// <summary>
/// Looks before a start whether CloudWatch has what the gates will ask for, with the two actions that a run needs anyway. The source is
/// looked at, because it has the traffic.
/// </summary>
internal sealed class CloudWatchPreflight(CloudWatchClient cloudWatch, TimeProvider time)
{
    // A person waits for the plan.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SeriesReader reader = new(cloudWatch);

    public async Task<PreflightFindings> CheckAsync(Playbook playbook, CancellationToken cancellation)
    {
        var (metrics, alarms) = (CheckMetricsAsync(playbook, cancellation), CheckAlarmsAsync(playbook, cancellation));
        return PreflightFindings.Of([await metrics, await alarms]);
    }

    private async Task<PreflightFindings> CheckMetricsAsync(Playbook playbook, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var asked = playbook.Gates.Where(gate => gate.Source is CloudWatchSource).SelectMany(gate => Looks(gate, playbook, now)).ToList();
        var readings = await reader.ReadAsync([.. asked.Select(look => look.Request)], Patience, cancellation);
        return PreflightFindings.Of(
            asked.Zip(readings).GroupBy(pair => pair.First.Gate).Select(gate => Found(gate.Key, playbook, [.. gate])));
    }

    // Every statistic for itself, to tell which one is missing, and the expression, to see that CloudWatch understands it.
    private static IEnumerable<(Gate Gate, string? Id, SeriesRequest Request)> Looks(Gate gate, Playbook playbook, DateTimeOffset now)
    {
        var source = (CloudWatchSource)gate.Source;
        var whole = SeriesRequests.Of(gate, Observed(gate, playbook), now - MetricFinding.Past(source.Period), now);
        foreach (var asked in whole.Question.Statistics)
        {
            yield return (gate, asked.Id, whole with { Question = new CloudWatchQuestion([asked], null, asked.Id, null) });
        }

        if (whole.Question.Expression is not null)
        {
            yield return (gate, null, whole);
        }
    }

    private static PreflightFindings Found(
        Gate gate, Playbook playbook, ImmutableArray<((Gate Gate, string? Id, SeriesRequest Request) Look, SeriesReading Reading)> looks)
    {
        var unread = looks.Select(look => look.Reading).OfType<SeriesUnread>().ToList();
        if (unread.FirstOrDefault(reading => reading.IsRefused) is { } refused)
        {
            return PreflightFindings.Of(
                new Refusal($"gate {gate.Name}", $"CloudWatch refuses what it asks: {refused.Why}", "Mend the gate's cloudwatch part"));
        }

        return unread.Count > 0
            ? NotAsked("GetMetricData", unread[0].Why)
            : PreflightFindings.Of(MetricFinding.Of(
                gate,
                Observed(gate, playbook).Name,
                ((CloudWatchSource)gate.Source).About(Observed(gate, playbook), gate.Kind),
                [.. looks.Where(look => look.Look.Id is not null && look.Reading is SeriesRead { Values.IsEmpty: false })
                    .Select(look => look.Look.Id!)]));
    }

    private static Stack Observed(Gate gate, Playbook playbook) =>
        playbook.Stacks[gate.Source.IsPerStack ? StackRole.Source : StackRole.Target];

    private async Task<PreflightFindings> CheckAlarmsAsync(Playbook playbook, CancellationToken cancellation)
    {
        var asked = (from gate in playbook.Gates
                     where gate.Source is CloudWatchAlarm
                     from stack in playbook.Stacks.MeasuredBy(gate.Source)
                     select (Gate: gate, Alarm: ((CloudWatchAlarm)gate.Source).NameFor(stack))).Distinct().ToList();
        if (asked.Count == 0)
        {
            return PreflightFindings.None;
        }

        var outcome = await cloudWatch.DescribeAlarmsAsync(asked.Select(one => one.Alarm), CallPriority.Normal, cancellation, Patience);
        return outcome.TryGet(out var alarms, out var failure)
            ? PreflightFindings.Of(
                asked.Select(one => Found(one.Gate, one.Alarm, alarms.FirstOrDefault(alarm => alarm.Name == one.Alarm))))
            : NotAsked("DescribeAlarms", AwsWords.Of(failure));
    }

    private static PreflightFindings Found(Gate gate, string name, Alarm? alarm) => alarm switch
    {
        null => PreflightFindings.Of(new Refusal(
            $"gate {gate.Name}",
            $"CloudWatch has no alarm {name}",
            $"Create it or mend the name, by region and account too: aws cloudwatch describe-alarms --alarm-names '{name}'")),
        { State: AlarmState.InsufficientData } => PreflightFindings.Of(new PlanWarning(
            $"gate {gate.Name}", $"the alarm {name} has INSUFFICIENT_DATA, which is no pass: {alarm.Reason}", "See why it has no data")),
        _ => PreflightFindings.None,
    };

    private static PreflightFindings NotAsked(string action, string why) => PreflightFindings.Of(new PlanWarning(
        $"cloudwatch:{action}", $"the gates could not be checked: {why}", "Nobody knows whether their metrics and alarms exist"));
}
