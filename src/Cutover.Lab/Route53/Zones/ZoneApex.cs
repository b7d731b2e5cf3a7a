using System.Collections.Immutable;

namespace Cutover.Lab.Route53.Zones;

/// <summary>What a zone is born with.</summary>
internal static class ZoneApex
{
    internal static readonly ImmutableArray<string> NameServers =
        ["ns-1.lab-dns.test.", "ns-2.lab-dns.test.", "ns-3.lab-dns.test.", "ns-4.lab-dns.test."];

    internal static ZoneContent Content(string name) => ZoneContent.Empty
        .With(new(name, "NS", 172_800, NameServers))
        .With(new(name, "SOA", 900, [$"{NameServers[0]} hostmaster.lab-dns.test. 1 7200 900 1209600 86400"]));
}
