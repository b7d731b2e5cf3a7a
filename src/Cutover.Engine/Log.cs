using Cutover.Engine.Probes;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine;

/// <summary>What the engine logs. Event ids are never reused: probes 3000-3099.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Information, "Probing {Stack} at {Endpoint} as {HostName}")]
    public static partial void ProbeStarted(ILogger logger, string stack, Uri endpoint, string hostName);

    [LoggerMessage(3001, LogLevel.Information, "No longer probing {Stack}")]
    public static partial void ProbeStopped(ILogger logger, string stack);

    [LoggerMessage(3002, LogLevel.Debug, "Handshake with {Stack} {Outcome}")]
    public static partial void HandshakeFailed(ILogger logger, string stack, string outcome);

    [LoggerMessage(3003, LogLevel.Information, "Held connection to {Stack} dropped: {End}")]
    public static partial void HeldDropped(ILogger logger, string stack, HeldEnd end);

    [LoggerMessage(3004, LogLevel.Debug, "Connection to be held to {Stack} {Outcome}")]
    public static partial void HoldFailed(ILogger logger, string stack, string outcome);

    [LoggerMessage(3005, LogLevel.Warning, "A dial to {Stack} was left out: {Limit} are under way already")]
    public static partial void DialLeftOut(ILogger logger, string stack, int limit);

    [LoggerMessage(3006, LogLevel.Critical, "The probe of {Stack} broke by a fault of its own")]
    public static partial void ProbeBroke(ILogger logger, string stack, Exception bug);
}
