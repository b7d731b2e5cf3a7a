using Cutover.Core.Runs;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine;

internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "Run {Run} decision {Sequence} ({Phase}): {Reason}")]
    public static partial void Decided(ILogger logger, long run, long sequence, RunPhase phase, string reason);

    [LoggerMessage(1001, LogLevel.Critical, "Run {Run}: the database did not take a decision; it is tried again")]
    public static partial void StorageFailed(ILogger logger, long run, Exception failure);

    [LoggerMessage(1002, LogLevel.Critical, "Run {Run} stopped being driven by an error in Cutover itself; restart the host to take it up again")]
    public static partial void LoopFailed(ILogger logger, long run, Exception failure);

    [LoggerMessage(1003, LogLevel.Information, "Run {Run} taken up again in phase {Phase} with {Pending} commands under way")]
    public static partial void Recovered(ILogger logger, long run, RunPhase phase, int pending);

    [LoggerMessage(1004, LogLevel.Error, "Run {Run}: command {Command} failed by an error in Cutover itself")]
    public static partial void CommandFailed(ILogger logger, long run, string command, Exception failure);

    [LoggerMessage(1005, LogLevel.Information, "Run {Run}: {Words}")]
    public static partial void AnnouncedInfo(ILogger logger, long run, string words);

    [LoggerMessage(1006, LogLevel.Warning, "Run {Run}: {Words}")]
    public static partial void AnnouncedWarning(ILogger logger, long run, string words);

    [LoggerMessage(1007, LogLevel.Critical, "Run {Run}: {Words}")]
    public static partial void AnnouncedCritical(ILogger logger, long run, string words);

    [LoggerMessage(1008, LogLevel.Error, "Gates of run {Run}: judging failed by an error in Cutover itself; it goes on")]
    public static partial void JudgingFailed(ILogger logger, long run, Exception failure);
}
