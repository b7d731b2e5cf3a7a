namespace Cutover.Lab.Edges;

/// <summary>
/// What an edge reports for one period, the way load balancers do: some metrics are always there, some only when not zero. Clients that
/// went away by themselves are no error of the edge's, so a silent stall is as invisible in these as it is in life.
/// </summary>
internal static class EdgePeriod
{
    private const int ValuesPerDatum = 150;

    public static IReadOnlyList<EdgeDatum> Report(EdgeCounts before, EdgeCounts now, IReadOnlyList<double> latencies, DateTimeOffset at)
    {
        var refused = now.Refused - before.Refused;
        List<EdgeDatum> data =
        [
            Count("Handshakes", now.Tried - before.Tried, at),
            Count("HandshakeErrors", refused, at),
            Count("OpenConnections", now.Open, at),
            Count("DroppedConnections", now.Dropped - before.Dropped, at),
        ];
        if (refused > 0)
        {
            data.Add(Count("HTTPCode_5XX", refused, at));
        }

        data.AddRange(latencies.Chunk(ValuesPerDatum).Select(values => new EdgeDatum("HandshakeLatency", [.. values], "Milliseconds", at)));
        return data;
    }

    private static EdgeDatum Count(string name, long value, DateTimeOffset at) => new(name, [value], "Count", at);
}
