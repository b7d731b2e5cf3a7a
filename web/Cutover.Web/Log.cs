namespace Cutover.Web;

/// <summary>Log messages of the dashboard: event ids 6000-6999.</summary>
internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Error, "Run {Run}: reading it for the dashboard failed")]
    public static partial void RunNotRead(ILogger logger, long run, Exception failure);

    [LoggerMessage(6001, LogLevel.Error, "Run {Run}: {Act}, asked for in the dashboard, failed")]
    public static partial void ActFailed(ILogger logger, long run, string act, Exception failure);

    [LoggerMessage(6002, LogLevel.Error, "Reading the runs for the dashboard failed")]
    public static partial void RunsNotRead(ILogger logger, Exception failure);

    [LoggerMessage(6003, LogLevel.Error, "Planning or starting from the dashboard failed")]
    public static partial void StartFailed(ILogger logger, Exception failure);

    [LoggerMessage(6004, LogLevel.Information, "{Who} turned the lab's dials: {What}")]
    public static partial void DialsTurned(ILogger logger, string who, string what);
}
