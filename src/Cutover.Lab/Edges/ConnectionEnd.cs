using System.Net.Sockets;
using System.Net.WebSockets;

namespace Cutover.Lab.Edges;

/// <summary>The exceptions by which .NET says that a connection is over; none of them is a bug of the edge.</summary>
internal static class ConnectionEnd
{
    public static bool Is(Exception exception) =>
        exception is SocketException or IOException or WebSocketException or OperationCanceledException or ObjectDisposedException;
}
