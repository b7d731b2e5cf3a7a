using System.Text.Json;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Tests.Playbooks;

/// <summary>Writes out the "dns" mapping in full.</summary>
internal static class DnsText
{
    public static string Write(DnsPolicy dns) =>
        $"dns: {{ {Ttl(dns.Ttl)}observe: {{ {Observe(dns.Observe)} }}, ownership: {SwitchNotation.Write(dns.Ownership)} }}\n";

    private static string Ttl(TtlPolicy? ttl) => ttl is null
        ? ""
        : $"ttl: {{ during: {DurationNotation.Write(ttl.During)}, restore: {SwitchNotation.Write(ttl.Restore)} }}, ";

    private static string Observe(ObservationPolicy observe)
    {
        var resolvers = observe.Resolvers.Select(resolver => JsonSerializer.Serialize(resolver));
        return $"answers: {SwitchNotation.Write(observe.Enabled)}"
            + (observe.Resolvers.IsEmpty ? "" : $", resolvers: [{string.Join(", ", resolvers)}]");
    }
}
