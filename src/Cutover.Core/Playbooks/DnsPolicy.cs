namespace Cutover.Core.Playbooks;

/// <summary>How a run deals with DNS beyond the weights.</summary>
/// <param name="Ttl">Null leaves every TTL alone.</param>
/// <param name="Observe">Whether and how answers are watched.</param>
/// <param name="Ownership">Whether a TXT record marks the names as the run's while it is open.</param>
public sealed record DnsPolicy(TtlPolicy? Ttl, ObservationPolicy Observe, bool Ownership)
{
    public static DnsPolicy Default { get; } = new(null, ObservationPolicy.Default, true);
}
