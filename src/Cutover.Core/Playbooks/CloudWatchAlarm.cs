namespace Cutover.Core.Playbooks;

/// <summary>The state of an alarm that exists already: OK passes, ALARM fails, INSUFFICIENT_DATA is no data.</summary>
/// <param name="AlarmName">May contain "{stack}", which stands for the stack's set identifier.</param>
public sealed record CloudWatchAlarm(string AlarmName) : GateSource
{
    /// <summary>The objective of every gate on an alarm, whose value is 0 for OK and 1 for ALARM.</summary>
    public static Objective Quiet { get; } = new(Comparison.Less, 1, ObjectiveUnit.Number);

    public override bool IsPerStack => AlarmName.Contains(CloudWatchMetric.StackPlaceholder, StringComparison.Ordinal);

    /// <summary>The name of the alarm that watches this stack.</summary>
    public string NameFor(Stack stack) =>
        AlarmName.Replace(CloudWatchMetric.StackPlaceholder, stack.SetIdentifier, StringComparison.Ordinal);
}
