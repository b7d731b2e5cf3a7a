using System.Net;
using Microsoft.Extensions.Logging;

namespace Cutover.Lab;

internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Information, "Edge {Edge} is dead: listener closed, connections reset")]
    public static partial void EdgeDied(ILogger logger, string edge);

    [LoggerMessage(4002, LogLevel.Information, "Edge {Edge} is back on {Address}")]
    public static partial void EdgeRevived(ILogger logger, string edge, IPEndPoint address);

    [LoggerMessage(4003, LogLevel.Warning, "Edge {Edge} cannot listen on {Address}; it tries again in a second")]
    public static partial void EdgeCannotListen(ILogger logger, string edge, IPEndPoint address, Exception cause);

    [LoggerMessage(4004, LogLevel.Warning, "Edge {Edge}: metrics of one period are lost")]
    public static partial void EdgeMetricsLost(ILogger logger, string edge, Exception cause);

    [LoggerMessage(4005, LogLevel.Error, "Edge {Edge}: a connection ended with a defect of the edge")]
    public static partial void EdgeConnectionFailed(ILogger logger, string edge, Exception cause);

    [LoggerMessage(4006, LogLevel.Debug, "Edge {Edge} is dead: nothing is published for this period")]
    public static partial void EdgeMetricsSilent(ILogger logger, string edge);
}
