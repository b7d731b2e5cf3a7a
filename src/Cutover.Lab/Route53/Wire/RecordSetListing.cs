using Cutover.Lab.Route53.Changes;
using Cutover.Lab.Route53.Zones;
using Microsoft.AspNetCore.Http;
using static Cutover.Lab.Route53.Wire.Route53Reply;

namespace Cutover.Lab.Route53.Wire;

/// <summary>ListResourceRecordSets: a page that starts at a name, a type and a set identifier.</summary>
internal static class RecordSetListing
{
    private const int MostItems = 300;

    internal static Route53Reply List(HostedZone zone, IQueryCollection query)
    {
        string? name = query["name"], type = query["type"], identifier = query["identifier"];
        if (!PageSize.TryRead(query["maxitems"], MostItems, out var size))
        {
            return PageSize.Refusal(query["maxitems"].ToString());
        }

        return Fault(name, type, identifier) is { } fault
            ? Route53Errors.InvalidInput("Invalid request: " + fault)
            : Page(zone.Accepted.From(Start(name, type, identifier)), size);
    }

    private static string? Fault(string? name, string? type, string? identifier) => (name, type, identifier) switch
    {
        (null, not null, _) or (null, _, not null) => "type and identifier may only be specified together with name.",
        (_, null, not null) => "identifier may only be specified together with type.",
        (not null, _, _) when !DnsName.TryNormalize(name, out _) => $"'{name}' is not a domain name.",
        (_, not null, _) when !RecordSetReader.Types.Contains(type) => $"'{type}' is not a record type.",
        _ => null,
    };

    private static RecordSetKey Start(string? name, string? type, string? identifier) =>
        new(name is null ? "" : DnsName.Reversed(DnsName.Normalize(name)), type ?? "", identifier);

    private static Route53Reply Page(IEnumerable<ZoneRecordSet> sets, int size)
    {
        var page = sets.Take(size + 1).ToArray();
        var next = page.Length > size ? page[size] : null;
        return Ok(
            "ListResourceRecordSetsResponse",
            Element("ResourceRecordSets", page.Take(size).Select(RecordSetXml.Write)),
            Flag("IsTruncated", next is not null),
            Optional("NextRecordName", next?.Name),
            Optional("NextRecordType", next?.Type),
            Optional("NextRecordIdentifier", next?.SetIdentifier),
            Element("MaxItems", size));
    }
}
