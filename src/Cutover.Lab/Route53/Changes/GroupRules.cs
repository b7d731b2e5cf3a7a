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
        var named = $"RRSet of type {set.Type} with DNS name {set.Name} is not permitted";
        var others = content.At(set.Name).Where(other => other.Type != set.Type).ToArray();
        if (set.Type != "CNAME")
        {
            return Array.Exists(others, other => other.Type == "CNAME")
                ? $"{named} because a conflicting RRSet of type CNAME with the same DNS name already exists in zone {zone.Name}" : null;
        }

        return set.Name == zone.Name ? $"{named} at apex in zone {zone.Name}"
            : others.Length > 0 ? $"{named} as it conflicts with other records with the same DNS name in zone {zone.Name}"
            : null;
    }

    private static string? Routing(ZoneRecordSet set, ZoneRecordSet[] siblings)
    {
        if (Array.TrueForAll(siblings, other => other.Routing == set.Routing))
        {
            return null;
        }

        var obstacle = set.Routing switch
        {
            RoutingPolicy.Simple => "other RRSets exist",
            RoutingPolicy.Weighted => "a non-weighted set exists",
            RoutingPolicy.Failover => "a non-failover set exists",
            _ => "a non multivalue answer rrset exists",
        };
        return $"RRSet with DNS name {set.Name}, type {set.Type}{Identified(set)} cannot be created as {obstacle} with the "
            + "same name and type.";
    }

    private static string? TimeToLive(ZoneRecordSet set, ZoneRecordSet[] siblings)
    {
        var differs = siblings.Any(other => other.Ttl is not null && set.Ttl is not null && other.Ttl != set.Ttl);
        return set.Routing == RoutingPolicy.Weighted && differs
            ? $"RRSet with DNS name {set.Name} and type {set.Type}{Identified(set)} cannot be created as weighted sets must "
                + "contain the same TTL."
            : null;
    }

    private static string Identified(ZoneRecordSet set) => set.SetIdentifier is null ? "" : $", SetIdentifier {set.SetIdentifier}";

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
        return fault is null ? null
            : $"Tried to create an alias that targets {alias.DnsName}, type {set.Type} in zone {alias.HostedZoneId}, {fault}";
    }

    private static string? HealthCheck(ZoneRecordSet set, HostedZones zones) =>
        set.HealthCheckId is { } id && !zones.HealthChecks.ContainsKey(id)
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
