using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Route53.Changes;

/// <summary>What the values of each record type must look like.</summary>
internal static partial class ValueRules
{
    internal static IEnumerable<string> Problems(ZoneRecordSet set)
    {
        foreach (var value in set.Values)
        {
            if (Fault(set.Type, value) is { } fault)
            {
                yield return $"Invalid Resource Record: 'FATAL problem: {fault} encountered with '{value}''";
            }
        }

        foreach (var twice in set.Values.GroupBy(value => value, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return $"Duplicate Resource Record: '{twice.Key}'";
        }

        if (set.Type is "CNAME" or "SOA" && set.Values.Length > 1)
        {
            yield return $"RRSet with DNS name {set.Name}, type {set.Type} contains {set.Values.Length} records, "
                + "but only one is permitted.";
        }
    }

    private static string? Fault(string type, string value) => type switch
    {
        "A" => IsIPv4(value) ? null : "ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)",
        "AAAA" => IsIPv6(value) ? null : "AAAARRDATAIllegalIPv6Address (Value is not a valid IPv6 address)",
        "CNAME" => IsName(value) ? null : "CNAMERRDATAIllegalCharacters (Value contains illegal characters)",
        "NS" or "PTR" => IsName(value) ? null : $"{type}RRDATAIllegalName (Value is not a domain name)",
        "MX" => IsFields(value, numbers: 1) ? null : "MXRRDATANotTwoFields (MX record doesn't have 2 fields)",
        "SRV" => IsFields(value, numbers: 3) ? null : "SRVRRDATANotFourFields (SRV record doesn't have 4 fields)",
        "TXT" => Texts().IsMatch(value) ? null : "InvalidCharacterString (Value should be enclosed in quotation marks)",
        "SOA" => IsSoa(value) ? null : "SOARRDATANotSevenFields (SOA record doesn't have 7 fields)",
        _ => $"{type} (the lab serves no records of this type)",
    };

    private static bool IsIPv4(string value) =>
        value.Split('.') is { Length: 4 } parts
        && Array.TrueForAll(parts, part => IsNumber(part, byte.MaxValue) && (part.Length == 1 || part[0] != '0'));

    private static bool IsIPv6(string value) =>
        !value.AsSpan().ContainsAny("%[]/")
        && IPAddress.TryParse(value, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;

    private static bool IsName(string value) => DnsName.TryNormalize(value, out _);

    private static bool IsFields(string value, int numbers)
    {
        var fields = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == numbers + 1 && fields.Take(numbers).All(field => IsNumber(field, ushort.MaxValue)) && IsName(fields[^1]);
    }

    private static bool IsSoa(string value)
    {
        var fields = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 7 && fields.Take(2).All(IsName)
            && IsNumber(fields[2], uint.MaxValue) && fields.Skip(3).All(field => IsNumber(field, int.MaxValue));
    }

    private static bool IsNumber(string text, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most;

    [GeneratedRegex("""^"[^"\\]{0,255}"( "[^"\\]{0,255}")*$""")]
    private static partial Regex Texts();
}
