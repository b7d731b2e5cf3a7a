namespace Cutover.Lab.Route53.Zones;

/// <summary>How Route 53 chooses among record sets of one name and type. The lab knows no latency, geographic or CIDR routing.</summary>
public enum RoutingPolicy
{
    /// <summary>One record set, always answered.</summary>
    Simple,

    /// <summary>One record set a query, by weight.</summary>
    Weighted,

    /// <summary>The primary, or the secondary when the primary is unhealthy.</summary>
    Failover,

    /// <summary>Up to eight healthy record sets together.</summary>
    MultiValueAnswer,
}
