using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab;

/// <summary>The zone that the lab begins with: one weighted pair of A records, one record set for each edge.</summary>
internal static class LabZone
{
    public static HostedZone Create(HostedZones zones, LabOptions options)
    {
        var zone = zones.Create(LabOptions.Zone, LabOptions.ZoneId);
        zone.Seed(
            Pair(LabWorld.SourceName, options.Weights.Source, options.SourceAddress.ToString()),
            Pair(LabWorld.TargetName, options.Weights.Target, options.TargetAddress.ToString()));
        return zone;

        ZoneRecordSet Pair(string stack, int weight, string address) =>
            ZoneRecordSet.Weighted(LabOptions.Record, "A", stack, weight, options.Ttl, address);
    }
}
