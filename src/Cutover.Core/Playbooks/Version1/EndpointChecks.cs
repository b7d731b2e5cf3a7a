using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

internal static class EndpointChecks
{
    /// <summary>A probe dials both stacks, so both must say where; and only TLS has a certificate to look at.</summary>
    public static void Check(Section section, ImmutableArray<(string Name, Located<Gate>? Value)> gates)
    {
        var stacks = section.Inside(PlaybookFormat.Stacks);
        var both = new[] { stacks?.Inside(StacksFormat.Source), stacks?.Inside(StacksFormat.Target) }.OfType<Section>().ToImmutableArray();
        CheckDialled(both, gates);
        CheckSecure(both, section.Inside(PlaybookFormat.Gates)?.InsideAll() ?? []);
    }

    private static void CheckDialled(ImmutableArray<Section> stacks, ImmutableArray<(string Name, Located<Gate>? Value)> gates)
    {
        if (gates.Select(gate => gate.Value?.Value).FirstOrDefault(gate => gate?.Source is WebSocketProbe) is not { } probing)
        {
            return;
        }

        foreach (var stack in stacks.Where(stack => !stack.Has(StackFormat.Endpoint)))
        {
            stack.Refuse(
                stack.Place,
                $"gate {probing.Name} probes both stacks, and this one does not say where it is dialled",
                $"endpoint: {Scalars.Endpoint.Example}");
        }
    }

    private static void CheckSecure(ImmutableArray<Section> stacks, IEnumerable<Section> gates)
    {
        var plain = stacks.Select(stack => stack.Peek(StackFormat.Endpoint)?.Value).FirstOrDefault(endpoint => endpoint?.Scheme == "ws");
        foreach (var gate in plain is null ? [] : gates)
        {
            if (gate.Peek(GateFormat.Probe) is { Value: ProbeMeasure.CertificateDays } measure)
            {
                gate.Refuse(
                    measure.Place,
                    $"{ProbeMeasure.CertificateDays.Keyword()} looks at the certificates of both stacks, and {plain} is dialled without TLS",
                    "wss endpoints of both stacks, or no such gate");
            }
        }
    }
}
