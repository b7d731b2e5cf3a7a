namespace Cutover.Lab.CloudWatch.Alarms;

/// <summary>What an alarm takes a period without data for.</summary>
internal enum MissingData
{
    /// <summary>For nothing: without any data the state is INSUFFICIENT_DATA.</summary>
    Missing,

    /// <summary>For nothing: without enough data the state stays.</summary>
    Ignore,

    /// <summary>For bad.</summary>
    Breaching,

    /// <summary>For good.</summary>
    NotBreaching,
}
