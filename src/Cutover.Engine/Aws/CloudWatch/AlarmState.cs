namespace Cutover.Engine.Aws.CloudWatch;

public enum AlarmState
{
    Ok,
    Alarm,
    InsufficientData,
}
