namespace Cutover.Engine.Tests.Aws.Wire;

/// <summary>Answers as Route 53 documents them.</summary>
public static class Route53Xml
{
    private const string Xmlns = "xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"";

    public static string Weighted(string name, string identifier, int weight, string address = "127.0.1.1") =>
        $"""
        <ResourceRecordSet><Name>{name}</Name><Type>A</Type><SetIdentifier>{identifier}</SetIdentifier><Weight>{weight}</Weight><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>{address}</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>
        """;

    public static string RecordSets(string sets, string next = "") =>
        $"""
        <?xml version="1.0"?>
        <ListResourceRecordSetsResponse {Xmlns}><ResourceRecordSets>{sets}</ResourceRecordSets><IsTruncated>{Truncated(next)}</IsTruncated>{next}<MaxItems>300</MaxItems></ListResourceRecordSetsResponse>
        """;

    public static string Next(string name, string type, string identifier) =>
        $"<NextRecordName>{name}</NextRecordName><NextRecordType>{type}</NextRecordType><NextRecordIdentifier>{identifier}</NextRecordIdentifier>";

    public static string Zone(string id, string name, bool isPrivate = false) =>
        $"<HostedZone><Id>/hostedzone/{id}</Id><Name>{name}</Name><CallerReference>c</CallerReference><Config><PrivateZone>{(isPrivate ? "true" : "false")}</PrivateZone></Config><ResourceRecordSetCount>2</ResourceRecordSetCount></HostedZone>";

    public static string Zones(string zones, string next = "") =>
        $"""
        <?xml version="1.0"?>
        <ListHostedZonesByNameResponse {Xmlns}><HostedZones>{zones}</HostedZones><DNSName>lab.example</DNSName><IsTruncated>{Truncated(next)}</IsTruncated>{next}<MaxItems>100</MaxItems></ListHostedZonesByNameResponse>
        """;

    public static string ZoneDetail(string zone) =>
        $"""
        <?xml version="1.0"?>
        <GetHostedZoneResponse {Xmlns}>{zone}<DelegationSet><NameServers><NameServer>ns-1.awsdns-01.org</NameServer><NameServer>ns-2.awsdns-02.com</NameServer></NameServers></DelegationSet></GetHostedZoneResponse>
        """;

    public static string Changed(string status = "PENDING", string response = "ChangeResourceRecordSetsResponse") =>
        $"""
        <?xml version="1.0"?>
        <{response} {Xmlns}><ChangeInfo><Id>/change/C2682N5HXP0BZ4</Id><Status>{status}</Status><SubmittedAt>2026-03-01T12:00:01.250Z</SubmittedAt></ChangeInfo></{response}>
        """;

    public static string HealthStatus(params string[] statuses) =>
        $"""
        <?xml version="1.0"?>
        <GetHealthCheckStatusResponse {Xmlns}><HealthCheckObservations>{string.Concat(statuses.Select(Observation))}</HealthCheckObservations></GetHealthCheckStatusResponse>
        """;

    private static string Observation(string status) =>
        $"<HealthCheckObservation><Region>eu-west-1</Region><IPAddress>192.0.2.7</IPAddress><StatusReport><Status>{status}</Status><CheckedTime>2026-03-01T12:00:01.250Z</CheckedTime></StatusReport></HealthCheckObservation>";

    private static string Truncated(string next) => next.Length > 0 ? "true" : "false";
}
