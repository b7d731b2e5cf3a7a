using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Cutover.Engine.Dns.Observation;

/// <summary>Where a server that was named in text listens, or why that is not known.</summary>
internal sealed record ServerAddress(string Given, IPEndPoint? EndPoint, string? Failure)
{
    private const int DnsPort = 53;

    /// <param name="given">An address or a host name, with a port or without.</param>
    /// <param name="resolve">Looks up a host name.</param>
    public static async Task<ServerAddress> FindAsync(string given, HostLookup resolve, CancellationToken cancellation)
    {
        if (IPEndPoint.TryParse(given, out var literal))
        {
            return new(given, literal.Port == 0 ? new(literal.Address, DnsPort) : literal, null);
        }

        var (host, port) = Split(given);
        try
        {
            // One address is enough. Few machines lack IPv4; many lack a route for IPv6.
            var addresses = await resolve(host, cancellation).ConfigureAwait(false);
            return addresses.OrderBy(address => address.AddressFamily == AddressFamily.InterNetwork ? 0 : 1).FirstOrDefault() is { } address
                ? new(given, new(address, port), null)
                : new(given, null, $"{host} has no address");
        }
        catch (SocketException unknown)
        {
            return new(given, null, $"{host} could not be looked up: {unknown.Message}");
        }
    }

    private static (string Host, int Port) Split(string given) =>
        given.Split(':') is [var host, var text] && ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? (host, port)
            : (given, DnsPort);
}
