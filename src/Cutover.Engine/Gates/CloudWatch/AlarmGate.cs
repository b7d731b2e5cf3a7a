using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Aws.CloudWatch;

namespace Cutover.Engine.Gates.CloudWatch;

/// <summary>A gate that is an existing CloudWatch alarm: OK is 0, ALARM is 1, INSUFFICIENT_DATA is no data.</summary>
internal sealed class AlarmGate(GateBench bench)
{
    private readonly CloudWatchAlarm alarm = (CloudWatchAlarm)bench.Gate.Source;

    public IEnumerable<string> Names => alarm.IsPerStack ? [Name(StackRole.Source), Name(StackRole.Target)] : [Name(StackRole.Target)];

    public void Take(ImmutableArray<Alarm> alarms, string? failure, DateTimeOffset now) =>
        bench.Take(
            Measure(StackRole.Target, alarms, failure, now), alarm.IsPerStack ? Measure(StackRole.Source, alarms, failure, now) : null);

    private string Name(StackRole role) => alarm.NameFor(bench.Stacks[role]);

    private Measurement Measure(StackRole role, ImmutableArray<Alarm> alarms, string? failure, DateTimeOffset now)
    {
        var from = now - bench.Gate.Window;
        if (failure is not null)
        {
            return new NotMeasured(from, now, failure);
        }

        return alarms.FirstOrDefault(found => found.Name == Name(role)) switch
        {
            null => new NotMeasured(from, now, $"there is no alarm {Name(role)}"),
            { State: AlarmState.InsufficientData } found => new NoData(from, now, $"INSUFFICIENT_DATA: {found.Reason}"),
            var found => Measured(found, from, now),
        };
    }

    private static Measured Measured(Alarm found, DateTimeOffset from, DateTimeOffset now)
    {
        var value = found.State == AlarmState.Alarm ? 1 : 0;
        return new Measured(from, now, value, 1, [new DataPoint(found.UpdatedAt, value, 1)]);
    }
}
