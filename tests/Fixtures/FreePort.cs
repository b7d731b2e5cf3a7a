using System.Net;
using System.Net.Sockets;

namespace Cutover.Tests.Fixtures;

/// <summary>Finds ports for servers that must be told theirs before they start.</summary>
internal static class FreePort
{
    /// <summary>A port that nobody listened on a moment ago at this address.</summary>
    public static int On(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
