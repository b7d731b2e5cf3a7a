using System.Net;
using System.Net.Sockets;

namespace Cutover.Web.Tests.Hosts;

/// <summary>Connections that come from an address of the test's choice.</summary>
internal static class Sources
{
    public static async ValueTask<Stream> ConnectAsync(
        IPAddress from, SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(context.DnsEndPoint, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
