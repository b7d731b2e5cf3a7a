using System.Text.Json.Serialization;

namespace Cutover.Core.Playbooks;

/// <summary>Where a gate's measurement comes from.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "from")]
[JsonDerivedType(typeof(CloudWatchMetric), "cloudwatch-metric")]
[JsonDerivedType(typeof(CloudWatchExpression), "cloudwatch-expression")]
[JsonDerivedType(typeof(CloudWatchAlarm), "cloudwatch-alarm")]
[JsonDerivedType(typeof(WebSocketProbe), "probe")]
[JsonDerivedType(typeof(StackStatistic), "stack")]
public abstract record GateSource
{
    /// <summary>True when each stack is measured on its own; false for a measurement that knows no stacks.</summary>
    [JsonIgnore]
    public abstract bool IsPerStack { get; }
}
