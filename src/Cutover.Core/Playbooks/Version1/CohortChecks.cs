using System.Collections.Immutable;
using System.Net;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>What must hold of cohorts beside the other parts of a playbook.</summary>
internal static class CohortChecks
{
    public static void Check(
        Section section,
        ImmutableArray<(string Name, Located<Cohort>? Value)> cohorts,
        ImmutableArray<Gate> gates,
        Stacks? stacks,
        Located<Probing>? probes)
    {
        var probed = gates.Select(gate => gate.Source).OfType<WebSocketProbe>().Select(probe => probe.Cohort?.Name).Distinct().ToList();
        foreach (var (_, cohort) in cohorts.Where(cohort => cohort.Value is not null && probed.Contains(cohort.Name)))
        {
            CheckFamily(section, cohort!, stacks);
        }

        CheckRoom(section, probes, probed.Count);
        CheckNames(section, gates);
    }

    private static void CheckFamily(Section section, Located<Cohort> cohort, Stacks? stacks)
    {
        foreach (var stack in stacks is null ? [] : new[] { stacks.Source, stacks.Target })
        {
            if (cohort.Value.Family is { } family && IPAddress.TryParse(stack.Endpoint?.DnsSafeHost, out var address)
                && family != (address.GetAddressBytes().Length == 4 ? IpFamily.IPv4 : IpFamily.IPv6))
            {
                section.Refuse(
                    cohort.Place,
                    $"cohort {cohort.Value.Name} asks for {family}, and {stack.Name}'s endpoint is the address {address}",
                    "an endpoint with a name that has addresses of both families");
            }
        }
    }

    // The ceiling is one for all: each further cohort keeps connections of its own under it.
    private static void CheckRoom(Section section, Located<Probing>? probes, int probed)
    {
        var probing = probes?.Value ?? Probing.Default;
        if (probed > 1 && (probing.Connections + 1L) * probed > probing.MaxConnections)
        {
            section.Refuse(
                probes?.Place ?? section.Place,
                $"{probed} cohorts keep {probing.Connections} connections each, which leaves no room for handshakes under maxConnections "
                    + $"{probing.MaxConnections}, which is for all of them together",
                $"fewer connections, or maxConnections: {(probing.Connections + 20L) * probed}");
        }
    }

    private static void CheckNames(Section section, ImmutableArray<Gate> gates)
    {
        foreach (var twice in gates.GroupBy(gate => gate.Name).Where(same => same.Count() > 1 && same.Key.EndsWith(']')))
        {
            section.Refuse(section.Place, $"two gates would be called {twice.Key}", "another name for one of them");
        }
    }
}
