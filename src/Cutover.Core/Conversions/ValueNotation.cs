using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Conversions;

/// <summary>Record values by type, read into one spelling: what people write in two ways must not be taken for two values.</summary>
internal static class ValueNotation
{
    /// <summary>The value in its one spelling; null when it is none of this type.</summary>
    public static string? Read(RecordType type, string value) => type switch
    {
        RecordType.A => IsIPv4(value) ? value : null,
        RecordType.AAAA => ReadIPv6(value),
        RecordType.CNAME => DomainNotation.Read(value) is { IsGood: true, Value: { } name } && name.Contains('.') ? name + "." : null,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>What a value of the type is called.</summary>
    public static string Wanted(RecordType type) => type switch
    {
        RecordType.A => "an IPv4 address such as 203.0.113.9",
        RecordType.AAAA => "an IPv6 address such as 2001:db8::9",
        RecordType.CNAME => "a domain name such as edge.example.com",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static bool IsIPv4(string value) =>
        value.Split('.') is { Length: 4 } parts
        && parts.All(IsOctet);

    private static bool IsOctet(string part) =>
        byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _) && (part.Length == 1 || part[0] != '0');

    private static string? ReadIPv6(string value) =>
        value.AsSpan().IndexOfAny("%[]/") < 0
        && IPAddress.TryParse(value, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? address.ToString()
            : null;
}
