namespace Cutover.Lab.Edges.Statistics;

/// <summary>What one process of an edge has counted.</summary>
/// <param name="Number">1 for the first process of the edge.</param>
/// <param name="Uptime">Of this process.</param>
/// <param name="Counts">Since this process began.</param>
internal sealed record EdgeProcessReading(int Number, TimeSpan Uptime, EdgeCounts Counts)
{
    /// <summary>Upgrades that wait for their answer.</summary>
    public long Waiting => Math.Max(0, Counts.Tried - Counts.Accepted - Counts.Refused - Counts.Abandoned);

    /// <summary>Connections that were open and are no more.</summary>
    public long Ended => Counts.Dropped + Counts.Closed + Counts.Lost;
}
