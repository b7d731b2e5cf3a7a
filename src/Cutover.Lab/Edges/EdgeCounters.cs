namespace Cutover.Lab.Edges;

/// <summary>One consistent reading of an edge's counters.</summary>
/// <param name="Population">Of all clients but probes: the true share of a stack is made of these.</param>
/// <param name="Probes">Of clients whose User-Agent starts with <c>cutover-probe</c>.</param>
/// <param name="Malformed">Requests that were no WebSocket upgrade, and connections that sent no whole request in time.</param>
public sealed record EdgeCounters(EdgeCounts Population, EdgeCounts Probes, long Malformed)
{
    /// <summary>Both kinds of client together, as the stack itself would count.</summary>
    public EdgeCounts Total => EdgeCounts.Add(Population, Probes);
}
