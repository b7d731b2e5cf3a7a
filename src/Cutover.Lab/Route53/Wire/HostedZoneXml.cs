using System.Xml.Linq;
using Cutover.Lab.Route53.Zones;
using static Cutover.Lab.Route53.Wire.Route53Reply;

namespace Cutover.Lab.Route53.Wire;

/// <summary>Hosted zones and changes as the API shows them.</summary>
internal static class HostedZoneXml
{
    internal static XElement Write(HostedZone zone) => Element(
        "HostedZone",
        Element("Id", "/hostedzone/" + zone.Id),
        Element("Name", zone.Name),
        Element("CallerReference", zone.CallerReference),
        Element("Config", Flag("PrivateZone", false)),
        Element("ResourceRecordSetCount", zone.Accepted.Count));

    internal static XElement DelegationSet(HostedZone zone) =>
        Element("DelegationSet", Element("NameServers", zone.NameServers.Select(server => Element("NameServer", server.TrimEnd('.')))));

    internal static XElement Write(ZoneChange change, bool inSync) => Element(
        "ChangeInfo",
        Element("Id", "/change/" + change.Id),
        Element("Status", inSync ? "INSYNC" : "PENDING"),
        Moment("SubmittedAt", change.SubmittedAt),
        Optional("Comment", change.Comment));
}
