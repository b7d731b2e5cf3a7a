using System.Net;
using System.Net.Sockets;

namespace Cutover.Engine.Probes;

/// <summary>The addresses of a stack's endpoint that a probe may dial.</summary>
internal static class DialledAddresses
{
    /// <summary>In the order in which they resolve; none where the name has none of the wanted family.</summary>
    /// <exception cref="SocketException">The name does not resolve.</exception>
    public static async Task<IPAddress[]> FindAsync(ProbeTarget target, AddressFamily? family, CancellationToken cancellationToken)
    {
        var addresses = target.Address is { } literal
            ? [literal]
            : await System.Net.Dns.GetHostAddressesAsync(target.Endpoint.DnsSafeHost, cancellationToken);
        return family is null ? addresses : [.. addresses.Where(address => address.AddressFamily == family)];
    }

    /// <summary>That there is none, in words.</summary>
    public static string None(ProbeTarget target, AddressFamily? family) =>
        $"{target.Endpoint.DnsSafeHost} has no {(family == AddressFamily.InterNetworkV6 ? "IPv6" : "IPv4")} address";
}
