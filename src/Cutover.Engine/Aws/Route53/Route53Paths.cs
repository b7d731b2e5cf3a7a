namespace Cutover.Engine.Aws.Route53;

/// <summary>The addresses of Route 53's resources, below its endpoint.</summary>
internal static class Route53Paths
{
    private const string Version = "2013-04-01";

    /// <summary>The most items Route 53 gives at once: fewer requests of the five there are.</summary>
    private const int PageSize = 300;

    public static string ZonesByName(string name, string? zoneId) => Query(
        $"{Version}/hostedzonesbyname", ("dnsname", DnsName.ToRoute53(name)), ("hostedzoneid", zoneId), ("maxitems", "100"));

    public static string Zone(string zoneId) => $"{Version}/hostedzone/{Segment(zoneId)}";

    public static string RecordSets(string zoneId, RecordSetCursor? start) => Query(
        $"{Zone(zoneId)}/rrset",
        ("name", start is null ? null : DnsName.ToRoute53(start.Name)),
        ("type", start?.Type),
        ("identifier", start?.SetIdentifier),
        ("maxitems", $"{PageSize}"));

    public static string Changes(string zoneId) => $"{Zone(zoneId)}/rrset/";

    public static string Change(string changeId) => $"{Version}/change/{Segment(changeId)}";

    public static string HealthCheckStatus(string id) => $"{Version}/healthcheck/{Segment(id)}/status";

    public static string ZoneArn(string zoneId) => $"arn:aws:route53:::hostedzone/{BareId(zoneId)}";

    public static string ChangeArn(string changeId) => $"arn:aws:route53:::change/{BareId(changeId)}";

    public static string HealthCheckArn(string id) => $"arn:aws:route53:::healthcheck/{BareId(id)}";

    /// <summary>Ids come as "/hostedzone/Z1" or "Z1"; both are accepted everywhere.</summary>
    public static string BareId(string id) => id[(id.LastIndexOf('/') + 1)..];

    private static string Segment(string id) => Uri.EscapeDataString(BareId(id));

    private static string Query(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                path += $"{separator}{name}={Uri.EscapeDataString(value)}";
                separator = '&';
            }
        }

        return path;
    }
}
