using System.Xml.Linq;
using Cutover.Lab.Route53.Zones;
using static Cutover.Lab.Route53.Wire.Route53Reply;

namespace Cutover.Lab.Route53.Wire;

/// <summary>A record set as ListResourceRecordSets shows it.</summary>
internal static class RecordSetXml
{
    internal static XElement Write(ZoneRecordSet set) => Element(
        "ResourceRecordSet",
        Element("Name", set.Name),
        Element("Type", set.Type),
        Optional("SetIdentifier", set.SetIdentifier),
        Optional("Weight", set.Weight),
        Optional("Failover", set.Failover?.ToString().ToUpperInvariant()),
        set.MultiValueAnswer ? Flag("MultiValueAnswer", true) : null,
        Optional("TTL", set.Ttl),
        set.Values.IsEmpty ? null : Element("ResourceRecords", set.Values.Select(Write)),
        set.Alias is { } alias ? Write(alias) : null,
        Optional("HealthCheckId", set.HealthCheckId));

    private static XElement Write(string value) => Element("ResourceRecord", Element("Value", value));

    private static XElement Write(ZoneAlias alias) => Element(
        "AliasTarget",
        Element("HostedZoneId", alias.HostedZoneId),
        Element("DNSName", alias.DnsName),
        Flag("EvaluateTargetHealth", alias.EvaluateTargetHealth));
}
