using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab;

/// <summary>The zone that the lab begins with: one weighted pair of A records, one record set for each edge.</summary>
internal static class LabZone
{
    // What names of ownership marks begin with.
    private const string Mark = "_cutover.";

    public static HostedZone Create(HostedZones zones, LabOptions options)
    {
        var zone = zones.Create(LabOptions.Zone, LabOptions.ZoneId);
        Seed(zone, options, options.Weights);
        return zone;
    }

    /// <summary>As at the first start: the pair at its first weights and TTL, and no mark of a run that moved it.</summary>
    public static void StartOver(HostedZone zone, LabOptions options)
    {
        zone.Unseed([.. zone.Accepted.RecordSets.Where(set => set.Type == "TXT" && set.Name.StartsWith(Mark, StringComparison.Ordinal))]);
        Seed(zone, options, LabOptions.AllOnSource);
    }

    /// <summary>Puts the pair into the zone with these weights, whatever is there.</summary>
    public static void Seed(HostedZone zone, LabOptions options, (int Source, int Target) weights)
    {
        zone.Seed(
            Pair(LabWorld.SourceName, weights.Source, options.SourceAddress.ToString()),
            Pair(LabWorld.TargetName, weights.Target, options.TargetAddress.ToString()));

        ZoneRecordSet Pair(string stack, int weight, string address) =>
            ZoneRecordSet.Weighted(LabOptions.Record, "A", stack, weight, options.Ttl, address);
    }
}
