namespace Cutover.Core.Dns;

/// <summary>What an alias record set points at, as Route 53 returns it.</summary>
/// <param name="HostedZoneId">The hosted zone of the target (for a load balancer: the balancer's own zone).</param>
/// <param name="DnsName">The target's name, with the trailing dot.</param>
/// <param name="EvaluateTargetHealth">Whether Route 53 drops this record set while the target is unhealthy.</param>
public sealed record AliasTarget(string HostedZoneId, string DnsName, bool EvaluateTargetHealth);
