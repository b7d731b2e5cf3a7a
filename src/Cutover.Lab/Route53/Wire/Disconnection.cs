using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cutover.Lab.Route53.Wire;

/// <summary>The two ways in which a connection ends under a request.</summary>
internal static class Disconnection
{
    /// <summary>In order: the client reads the end of the stream (FIN).</summary>
    internal static void Close(HttpContext context)
    {
        SocketOf(context).Shutdown(SocketShutdown.Send);
        context.Abort();
    }

    /// <summary>Broken off: the client's next read or write fails (RST).</summary>
    internal static void Reset(HttpContext context)
    {
        var socket = SocketOf(context);
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
        context.Abort();
    }

    private static Socket SocketOf(HttpContext context) => context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
}
