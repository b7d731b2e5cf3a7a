using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The "dns" mapping: TTLs, observed answers, ownership marks.</summary>
internal static class DnsFormat
{
    public static Key<TtlPolicy> Ttl { get; } = new(
        "ttl",
        TtlFormat.Format,
        "Lowers the TTL of every pair before the first weight moves, and waits the old one out. An alias keeps its own.")
    { DefaultRule = "every TTL stays as it is" };

    public static Key<ObservationPolicy> Observe { get; } = new(
        "observe",
        ObserveFormat.Format,
        "Asking the zone's name servers whether their answers match the weights.")
    { DefaultRule = "answers: on, and no resolvers" };

    public static Key<bool> Ownership { get; } = new(
        "ownership",
        Scalars.Switch,
        "Whether a TXT record named _cutover.NAME stands beside each name while the run is open, so that another Cutover keeps away.")
    { Default = "on" };

    public static MappingFormat<DnsPolicy> Format { get; } = new("dns", [Ttl, Observe, Ownership], Build);

    private static DnsPolicy? Build(Section section)
    {
        var ttl = section.Read(Ttl);
        var observe = section.ReadOr(Observe, () => ObservationPolicy.Default);
        var ownership = section.Read(Ownership);
        return (ttl is null && section.Has(Ttl)) || observe is null || ownership is null
            ? null
            : new DnsPolicy(ttl?.Value, observe.Value, ownership.Value);
    }
}
