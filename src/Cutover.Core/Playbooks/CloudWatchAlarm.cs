namespace Cutover.Core.Playbooks;

/// <summary>The state of an alarm that exists already: OK passes, ALARM fails, INSUFFICIENT_DATA is no data.</summary>
/// <param name="AlarmName">May contain "{stack}", which stands for the stack's set identifier.</param>
public sealed record CloudWatchAlarm(string AlarmName) : GateSource
{
    public override bool IsPerStack => AlarmName.Contains(CloudWatchMetric.StackPlaceholder, StringComparison.Ordinal);
}
