using System.Collections.Immutable;
using System.Xml.Linq;
using Cutover.Engine.Aws.Transport;

using Cutover.Core.Dns;
using Cutover.Core.Dns.Health;

namespace Cutover.Engine.Aws.Route53;

/// <summary>Route 53's answers as values of this product.</summary>
internal static class Route53Answers
{
    public static readonly XNamespace Namespace = "https://route53.amazonaws.com/doc/2013-04-01/";

    public static (ImmutableArray<HostedZone> Zones, string? NextName, string? NextId) Zones(XElement answer)
    {
        var body = answer.Expect(Namespace, "ListHostedZonesByNameResponse");
        var zones = body.List("HostedZones", "HostedZone").Select(Zone);
        return ([.. zones], NextWhenTruncated(body, "NextDNSName"), body.Text("NextHostedZoneId"));
    }

    public static HostedZoneDetail ZoneDetail(XElement answer)
    {
        var body = answer.Expect(Namespace, "GetHostedZoneResponse");
        var servers = body.Find("DelegationSet")?.List("NameServers", "NameServer") ?? [];
        return new(Zone(body.Need("HostedZone")), [.. servers.Select(server => server.Value)]);
    }

    public static RecordSetPage RecordSets(XElement answer)
    {
        var body = answer.Expect(Namespace, "ListResourceRecordSetsResponse");
        var next = NextWhenTruncated(body, "NextRecordName") is { } name
            ? new RecordSetCursor(DnsName.FromRoute53(name), body.Text("NextRecordType"), body.Text("NextRecordIdentifier"))
            : null;
        return new([.. body.List("ResourceRecordSets", "ResourceRecordSet").Select(RecordSetXml.Read)], next);
    }

    public static ZoneChange Changed(XElement answer) => Change(answer.Expect(Namespace, "ChangeResourceRecordSetsResponse"));

    public static ZoneChange ChangeStatus(XElement answer) => Change(answer.Expect(Namespace, "GetChangeResponse"));

    public static ImmutableArray<HealthObservation> HealthObservations(XElement answer)
    {
        var body = answer.Expect(Namespace, "GetHealthCheckStatusResponse");
        body.Need("HealthCheckObservations");
        return [.. body.List("HealthCheckObservations", "HealthCheckObservation").Select(HealthObservation)];
    }

    // Whatever a checker does not say is no success.
    private static HealthObservation HealthObservation(XElement one) => new(
        one.Text("Region") ?? "an unnamed region", one.Find("StatusReport")?.Text("Status") ?? "nothing");

    private static ZoneChange Change(XElement body)
    {
        var info = body.Need("ChangeInfo");
        return new(Route53Paths.BareId(info.Need("Id").Value), Status(info.Need("Status").Value), info.Need("SubmittedAt").ToTime());
    }

    private static ChangeStatus Status(string text) => text switch
    {
        "PENDING" => Route53.ChangeStatus.Pending,
        "INSYNC" => Route53.ChangeStatus.InSync,
        _ => throw new FormatException($"a change is PENDING or INSYNC, not '{text}'."),
    };

    private static HostedZone Zone(XElement zone) => new(
        Route53Paths.BareId(zone.Need("Id").Value),
        DnsName.FromRoute53(zone.Need("Name").Value),
        zone.Find("Config")?.Text("PrivateZone") is "true");

    /// <summary>Route 53 says that there is more by IsTruncated; a next name without it means nothing.</summary>
    private static string? NextWhenTruncated(XElement body, string element) =>
        (bool)body.Need("IsTruncated") ? body.Need(element).Value : null;
}
