using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Route53.Changes;

/// <summary>What must hold between record sets once a batch is applied, checked for every set the batch leaves behind.</summary>
internal static class GroupRules
{
    internal static IEnumerable<string> Problems(ChangeBatch batch, ZoneContent content, HostedZone zone, HostedZones zones)
    {
        var written = batch.Changes.Where(change => change.Action != ChangeAction.Delete).Select(change => change.RecordSet);
        return written.SelectMany(set => Problems(set, content, zone, zones)).Concat(Apex(content, zone));
    }

    private static IEnumerable<string> Problems(ZoneRecordSet set, ZoneContent content, HostedZone zone, HostedZones zones)
    {
        var siblings = content.Find(set.Name, set.Type).Where(other => other.SetIdentifier != set.SetIdentifier).ToArray();
        return ((string?[])
        [
            CanonicalName(set, content, zone),
            Routing(set, siblings),
            TimeToLive(set, siblings),
            Alias(set, content, zone, zones),
            HealthCheck(set, zones),
        ]).OfType<string>();
    }

    private static string? CanonicalName(ZoneRecordSet set, ZoneContent content, HostedZone zone)
    {
        var other = content.At(set.Name).Any(other => other.Type != set.Type && (set.Type == "CNAME" || other.Type == "CNAME"));
        return set.Type == "CNAME" && set.Name == zone.Name ? $"RRSet of type CNAME with DNS name {set.Name} is not permitted at apex in zone {zone.Name}"
            : !other ? null
            : set.Type == "CNAME" ? $"RRSet of type CNAME with DNS name {set.Name} is not permitted as it conflicts with other records with the same DNS name in zone {zone.Name}"
            : $"RRSet of type {set.Type} with DNS name {set.Name} is not permitted because a conflicting RRSet of type CNAME with the same DNS name already exists in zone {zone.Name}";
    }

    private static string? Routing(ZoneRecordSet set, ZoneRecordSet[] siblings) => siblings.All(other => other.Routing == set.Routing) ? null
        : set.Routing switch
        {
            RoutingPolicy.Simple => $"RRSet with DNS name {set.Name}, type {set.Type} cannot be created as other RRSets exist with the same name and type.",
            RoutingPolicy.Weighted => Beside(set, "a non-weighted set exists"),
            RoutingPolicy.Failover => Beside(set, "a non-failover set exists"),
            _ => Beside(set, "a non multivalue answer rrset exists"),
        };

    private static string Beside(ZoneRecordSet set, string obstacle) =>
        $"RRSet with DNS name {set.Name}, type {set.Type}, SetIdentifier {set.SetIdentifier} cannot be created as {obstacle} with the same name and type.";

    private static string? TimeToLive(ZoneRecordSet set, ZoneRecordSet[] siblings) =>
        set.Routing == RoutingPolicy.Weighted && siblings.Any(other => other.Ttl is not null && set.Ttl is not null && other.Ttl != set.Ttl)
            ? $"RRSet with DNS name {set.Name} and type {set.Type}, SetIdentifier {set.SetIdentifier} cannot be created as weighted sets must contain the same TTL."
            : null;

    // A target zone that the lab does not know is taken for one of the provider's own.
    private static string? Alias(ZoneRecordSet set, ZoneContent content, HostedZone zone, HostedZones zones)
    {
        if (set.Alias is not { } alias || zones.Find(alias.HostedZoneId) is not { } target)
        {
            return null;
        }

        var fault = target != zone && !target.OwnedByAws ? "but the target zone is another hosted zone of this account"
            : !DnsName.IsWithin(alias.DnsName, target.Name) ? "but the alias target name does not lie within the target zone"
            : (target == zone ? content : target.Accepted).Find(alias.DnsName, set.Type).Any() ? null
            : "but that target was not found";
        return fault is null ? null : $"Tried to create an alias that targets {alias.DnsName}, type {set.Type} in zone {alias.HostedZoneId}, {fault}";
    }

    private static string? HealthCheck(ZoneRecordSet set, HostedZones zones) => set.HealthCheckId is { } id && !zones.HealthChecks.ContainsKey(id)
        ? $"RRSet with DNS name {set.Name}, type {set.Type} names the health check {id}, which does not exist." : null;

    private static IEnumerable<string> Apex(ZoneContent content, HostedZone zone)
    {
        if (content.Find(zone.Name, "SOA").Count() != 1)
        {
            yield return "A HostedZone must contain exactly one SOA record.";
        }

        if (!content.Find(zone.Name, "NS").Any())
        {
            yield return "A HostedZone must contain at least one NS record for the zone itself.";
        }
    }
}
