namespace Cutover.Lab.Route53.Zones;

/// <summary>The part a record set plays under failover routing.</summary>
public enum FailoverRole
{
    /// <summary>Answered while healthy.</summary>
    Primary,

    /// <summary>Answered while the primary is not healthy.</summary>
    Secondary,
}
