using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

internal static class EndpointChecks
{
    /// <summary>A probe dials both stacks, so both must say where.</summary>
    public static void Check(Section section, ImmutableArray<(string Name, Located<Gate>? Value)> gates)
    {
        if (gates.Select(gate => gate.Value?.Value).FirstOrDefault(gate => gate?.Source is WebSocketProbe) is not { } probing)
        {
            return;
        }

        var stacks = section.Inside(PlaybookFormat.Stacks);
        foreach (var stack in new[] { stacks?.Inside(StacksFormat.Source), stacks?.Inside(StacksFormat.Target) }.OfType<Section>())
        {
            if (!stack.Has(StackFormat.Endpoint))
            {
                stack.Refuse(
                    stack.Place,
                    $"gate {probing.Name} probes both stacks, and this one does not say where it is dialled",
                    $"endpoint: {Scalars.Endpoint.Example}");
            }
        }
    }
}
