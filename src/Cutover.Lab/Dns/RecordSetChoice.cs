using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cutover.Lab.Route53.Health;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Dns;

/// <summary>Chooses which of the sibling record sets answer a query, by their routing policy and health.</summary>
internal static class RecordSetChoice
{
    private const int MostAnswers = 8;

    internal static ImmutableArray<ZoneRecordSet> Choose(
        ImmutableArray<ZoneRecordSet> siblings, ConcurrentDictionary<string, HealthCheck> health, Random random)
    {
        bool IsHealthy(ZoneRecordSet set) =>
            set.HealthCheckId is null || health.GetValueOrDefault(set.HealthCheckId, HealthCheck.Healthy).IsHealthy;
        return siblings[0].Routing switch
        {
            RoutingPolicy.Weighted => [Weighted(siblings, IsHealthy, random)],
            RoutingPolicy.Failover => [Failover(siblings, IsHealthy)],
            RoutingPolicy.MultiValueAnswer => [.. OrAll([.. siblings.Where(IsHealthy)], siblings).Take(MostAnswers)],
            _ => [siblings[0]],
        };
    }

    // A zero weight is out of the answers only while a healthy sibling has another; when nobody is healthy, everybody counts as healthy.
    private static ZoneRecordSet Weighted(ImmutableArray<ZoneRecordSet> siblings, Func<ZoneRecordSet, bool> isHealthy, Random random)
    {
        var candidates = OrAll([.. siblings.Where(isHealthy)], siblings);
        var total = candidates.Sum(set => set.Weight ?? 0);
        if (total == 0)
        {
            return candidates[random.Next(candidates.Length)];
        }

        var drawn = random.Next(total);
        return candidates.First(set => (drawn -= set.Weight ?? 0) < 0);
    }

    private static ZoneRecordSet Failover(ImmutableArray<ZoneRecordSet> siblings, Func<ZoneRecordSet, bool> isHealthy) =>
        siblings.OrderBy(set => set.Failover).FirstOrDefault(isHealthy) ?? siblings.OrderBy(set => set.Failover).First();

    private static ImmutableArray<ZoneRecordSet> OrAll(ImmutableArray<ZoneRecordSet> healthy, ImmutableArray<ZoneRecordSet> all) =>
        healthy.IsEmpty ? all : healthy;
}
