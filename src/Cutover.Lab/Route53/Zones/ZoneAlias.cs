namespace Cutover.Lab.Route53.Zones;

/// <summary>What an alias record set points at.</summary>
/// <param name="HostedZoneId">
/// The zone of the target, without <c>/hostedzone/</c>: this zone's own id for a sibling name, the service's id for a load balancer.
/// </param>
/// <param name="DnsName">In stored form.</param>
/// <param name="EvaluateTargetHealth">Kept and compared; the lab's targets are always healthy.</param>
public sealed record ZoneAlias(string HostedZoneId, string DnsName, bool EvaluateTargetHealth = false);
