using System.Net.Sockets;

namespace Cutover.Engine.Aws.Transport;

/// <summary>A connection that failed, as a code and words, and whether the request can have arrived over it.</summary>
internal static class ConnectionFailure
{
    public static AwsAnswer Of(AwsCall call, HttpRequestException e) =>
        AwsAnswer.Missing(call, Code(e), Words(e), MayHaveArrived(e.HttpRequestError));

    private static string Code(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.Unknown when SocketErrorOf(e) is { } error => error.ToString(),
        var known => known.ToString(),
    };

    // The outermost message says no more than that sending failed; the innermost says why.
    private static string Words(HttpRequestException e) => e.HttpRequestError is HttpRequestError.ResponseEnded
        ? "The connection was closed before an answer came."
        : e.GetBaseException().Message;

    private static SocketError? SocketErrorOf(Exception e) => (e.GetBaseException() as SocketException)?.SocketErrorCode;

    private static bool MayHaveArrived(HttpRequestError error) => error is not (
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);
}
