using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Cutover.Engine.Notifications.Addresses;

/// <summary>
/// Which addresses messages may be sent to: public ones (IANA's registries of special-purpose addresses, RFC 6890), and what the settings
/// allow. A webhook must not become a way into the network that the host stands in.
/// </summary>
internal sealed class AddressRules(ImmutableArray<IPNetwork> allowed)
{
    private static readonly ImmutableArray<(IPNetwork Network, string Kind)> Special =
    [
        Kind("0.0.0.0/8", "this network"), Kind("10.0.0.0/8", "private"), Kind("100.64.0.0/10", "shared by carriers"),
        Kind("127.0.0.0/8", "loopback"), Kind("169.254.0.0/16", "link-local, where clouds have their metadata"),
        Kind("172.16.0.0/12", "private"), Kind("192.0.0.0/24", "reserved"), Kind("192.0.2.0/24", "documentation"),
        Kind("192.88.99.0/24", "6to4 relays"), Kind("192.168.0.0/16", "private"), Kind("198.18.0.0/15", "benchmarks"),
        Kind("198.51.100.0/24", "documentation"), Kind("203.0.113.0/24", "documentation"), Kind("224.0.0.0/4", "multicast"),
        Kind("240.0.0.0/4", "reserved"),
        Kind("::/128", "unspecified"), Kind("::1/128", "loopback"), Kind("fc00::/7", "unique local"), Kind("fe80::/10", "link-local"),
        Kind("ff00::/8", "multicast"), Kind("2001::/23", "reserved"), Kind("2001:db8::/32", "documentation"), Kind("2002::/16", "6to4"),
        Kind("3fff::/20", "documentation"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>What is wrong with an address, such as "private"; null where nothing is.</summary>
    public string? Refusal(IPAddress address)
    {
        var plain = Plain(address);
        return IsAllowed(plain) ? null
            : Special.Where(special => special.Network.Contains(plain)).Select(special => special.Kind).FirstOrDefault()
                ?? (plain.AddressFamily == AddressFamily.InterNetworkV6 && !GlobalUnicast.Contains(plain) ? "reserved" : null);
    }

    /// <summary>True where the settings name the address's network: nothing there needs TLS.</summary>
    public bool IsAllowed(IPAddress address) => allowed.Any(network => network.Contains(Plain(address)));

    // IPv4 in IPv6 clothes is judged as what it reaches: mapped, and through a NAT64 with the well-known prefix.
    private static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address.AddressFamily == AddressFamily.InterNetworkV6 && Nat64.Contains(Unscoped(address)) ? new IPAddress(address.GetAddressBytes()[12..])
        : address.AddressFamily == AddressFamily.InterNetworkV6 ? Unscoped(address)
        : address;

    private static IPAddress Unscoped(IPAddress address) => new(address.GetAddressBytes());

    private static (IPNetwork Network, string Kind) Kind(string network, string kind) => (IPNetwork.Parse(network), kind);
}
