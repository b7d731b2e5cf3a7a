using Cutover.Lab.Edges;
using Cutover.Lab.Population;

namespace Cutover.Lab;

/// <summary>The population at one edge.</summary>
/// <param name="Open">Open connections, as the edge counts them; probes are left out.</param>
/// <param name="HandshakesPerSecond">Over the last five seconds.</param>
/// <param name="Refused">Handshakes refused since the start.</param>
/// <param name="Failures">Dials that ended without 101 since the start, as the clients count them.</param>
/// <param name="Drops">Connections that broke under their user since the start.</param>
/// <param name="Probes">Cutover's own open connections.</param>
public sealed record StackShare(string Name, long Open, double HandshakesPerSecond, long Refused, long Failures, long Drops, long Probes)
{
    internal static StackShare Of(Edge edge, PopulationSnapshot population)
    {
        var counters = edge.Counters;
        var seen = population.ByAddress.GetValueOrDefault(edge.Address.Address, new AddressSnapshot());
        return new StackShare(
            edge.Name,
            counters.Population.Open,
            seen.HandshakesPerSecond,
            counters.Population.Refused,
            seen.HandshakeFailures,
            seen.Drops,
            counters.Probes.Open);
    }
}
