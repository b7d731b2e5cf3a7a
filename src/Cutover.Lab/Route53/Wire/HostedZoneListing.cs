using Cutover.Lab.Route53.Zones;
using Microsoft.AspNetCore.Http;
using static Cutover.Lab.Route53.Wire.Route53Reply;

namespace Cutover.Lab.Route53.Wire;

/// <summary>ListHostedZones and ListHostedZonesByName.</summary>
internal static class HostedZoneListing
{
    private const int MostItems = 100;

    internal static Route53Reply ById(HostedZones zones, IQueryCollection query)
    {
        if (!PageSize.TryRead(query["maxitems"], MostItems, out var size))
        {
            return PageSize.Refusal(query["maxitems"].ToString());
        }

        var marker = query["marker"].ToString();
        var page = Owned(zones).OrderBy(zone => zone.Id, StringComparer.Ordinal)
            .SkipWhile(zone => string.CompareOrdinal(zone.Id, marker) < 0).Take(size + 1).ToArray();
        var next = page.Length > size ? page[size] : null;
        return Ok(
            "ListHostedZonesResponse",
            Element("HostedZones", page.Take(size).Select(HostedZoneXml.Write)),
            marker.Length > 0 ? Element("Marker", marker) : null,
            Flag("IsTruncated", next is not null),
            Optional("NextMarker", next?.Id),
            Element("MaxItems", size));
    }

    internal static Route53Reply ByName(HostedZones zones, IQueryCollection query)
    {
        string? name = query["dnsname"], id = query["hostedzoneid"];
        if (!PageSize.TryRead(query["maxitems"], MostItems, out var size))
        {
            return PageSize.Refusal(query["maxitems"].ToString());
        }

        var start = "";
        if (name is not null)
        {
            if (!DnsName.TryNormalize(name, out var normal))
            {
                return Route53Errors.InvalidDomainName(name);
            }

            start = DnsName.Reversed(normal);
        }

        var page = Owned(zones).SkipWhile(zone => IsBefore(zone, start, id)).Take(size + 1).ToArray();
        return Page(page, size, name, id);
    }

    private static Route53Reply Page(HostedZone[] page, int size, string? name, string? id)
    {
        var next = page.Length > size ? page[size] : null;
        return Ok(
            "ListHostedZonesByNameResponse",
            Element("HostedZones", page.Take(size).Select(HostedZoneXml.Write)),
            Optional("DNSName", name),
            Optional("HostedZoneId", id),
            Flag("IsTruncated", next is not null),
            Optional("NextDNSName", next?.Name),
            Optional("NextHostedZoneId", next?.Id),
            Element("MaxItems", size));
    }

    private static bool IsBefore(HostedZone zone, string start, string? id)
    {
        var byName = string.CompareOrdinal(DnsName.Reversed(zone.Name), start);
        return byName < 0 || (byName == 0 && string.CompareOrdinal(zone.Id, id) < 0);
    }

    private static IEnumerable<HostedZone> Owned(HostedZones zones) => zones.All.Where(zone => !zone.OwnedByAws);
}
