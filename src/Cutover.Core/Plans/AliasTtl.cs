using Cutover.Core.Dns;

namespace Cutover.Core.Plans;

/// <summary>
/// How long resolvers hold the answer of an alias. Route 53 answers an alias to a load balancer with 60 s, and an alias to a record of the
/// zone with that record's TTL; of other targets only AWS knows.
/// </summary>
internal static class AliasTtl
{
    // An alias to an alias to an alias is allowed; this deep nobody goes, and a circle would never end.
    private const int Deepest = 8;

    /// <summary>The TTL of an alias to a load balancer, and what is assumed where nothing is known.</summary>
    public static TimeSpan LoadBalancer { get; } = TimeSpan.FromSeconds(60);

    /// <summary>True for the names of load balancers of every kind: NAME.REGION.elb.amazonaws.com, NAME.elb.REGION.amazonaws.com.</summary>
    public static bool IsLoadBalancer(AliasTarget alias)
    {
        var name = alias.DnsName.TrimEnd('.').ToLowerInvariant();
        return (name.EndsWith(".amazonaws.com", StringComparison.Ordinal) || name.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal))
            && name.Split('.').Contains("elb");
    }

    /// <summary>The TTL of a record set of the zone; null when it is an alias of which nothing is known.</summary>
    public static TimeSpan? Of(RecordSet set, ZoneContent content) => Of(set, content, Deepest);

    private static TimeSpan? Of(RecordSet set, ZoneContent content, int depth)
    {
        if (set.Alias is not { } alias)
        {
            return TimeSpan.FromSeconds(set.Ttl ?? 0);
        }

        if (IsLoadBalancer(alias))
        {
            return LoadBalancer;
        }

        var pointed = alias.HostedZoneId == content.Zone.Id && depth > 0 ? content.At(alias.DnsName, set.Type) : [];
        return pointed.IsEmpty ? null : pointed.Max(target => Of(target, content, depth - 1));
    }
}
