using Cutover.Engine.Aws;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine;

/// <summary>Every log message of this project. Event ids are never used again for something else.</summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Debug, "AWS {Operation}, try {Attempt}: {Status} in {Milliseconds:F0} ms, request {RequestId}")]
    public static partial void AwsCallAnswered(
        ILogger logger, string operation, int attempt, int status, double milliseconds, string? requestId);

    [LoggerMessage(
        2001,
        LogLevel.Warning,
        "AWS {Operation}, try {Attempt}: {Status} in {Milliseconds:F0} ms, request {RequestId}: {Kind}, {Code}: {Message}")]
    public static partial void AwsCallFailed(
        ILogger logger,
        string operation,
        int attempt,
        int? status,
        double milliseconds,
        string? requestId,
        AwsFailureKind kind,
        string code,
        string message);

    [LoggerMessage(2002, LogLevel.Information, "AWS {Service}: retry {Retry} follows in {Milliseconds:F0} ms")]
    public static partial void AwsRetryScheduled(ILogger logger, string service, int retry, double milliseconds);
}
