namespace Cutover.Lab.CloudWatch.Alarms;

/// <summary>The three states, as they are written on the wire.</summary>
internal static class AlarmState
{
    internal const string Ok = "OK";
    internal const string Alarm = "ALARM";
    internal const string InsufficientData = "INSUFFICIENT_DATA";

    internal static bool IsValid(string state) => state is Ok or Alarm or InsufficientData;
}
