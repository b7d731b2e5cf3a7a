namespace Cutover.Engine.Aws.CloudWatch;

/// <summary>A metric or composite alarm as it stands.</summary>
/// <param name="Reason">CloudWatch's own words.</param>
/// <param name="UpdatedAt">When the state was last set.</param>
public sealed record Alarm(string Name, AlarmState State, string Reason, DateTimeOffset UpdatedAt);
