using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Cutover.Cli.Emergency;

/// <summary>A name server as it is written: a host or an address, and a port if it is not 53.</summary>
internal static class NameServerAddress
{
    private const int Port = 53;

    /// <summary>Null when the host is not known here.</summary>
    public static async Task<IPEndPoint?> FindAsync(string server, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(server, out var bare))
        {
            return new IPEndPoint(bare, Port);
        }

        if (IPEndPoint.TryParse(server, out var whole))
        {
            return whole;
        }

        var (host, port) = Split(server);
        try
        {
            var addresses = await System.Net.Dns.GetHostAddressesAsync(host, cancellation);
            var address = addresses.FirstOrDefault(found => found.AddressFamily == AddressFamily.InterNetwork)
                ?? addresses.FirstOrDefault();
            return address is null ? null : new IPEndPoint(address, port);
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static (string Host, int Port) Split(string server) =>
        server.LastIndexOf(':') is > 0 and var at
        && int.TryParse(server.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? (server[..at], port)
            : (server.TrimEnd('.'), Port);
}
