namespace Cutover.Bench.Probes;

/// <summary>A server that stops answering without closing anything: how soon has every connection been given up?</summary>
internal static class Stall
{
    private const int Interval = 2_000;
    private const int Deadline = 2_000;

    /// <summary>What it may take.</summary>
    public static TimeSpan Bound { get; } = TimeSpan.FromMilliseconds(Interval + Deadline + 100);

    public static async Task<double> MeasureAsync(int connections)
    {
        await using var arena = await Arena.OpenAsync("ws");
        await using var client = Contender.Probe(arena.Endpoint, connections, "Ping", Interval, Deadline, 100);
        await client.ReadAsync();
        await client.TellAsync("open");
        await client.ReadFigureAsync();
        await Task.Delay(TimeSpan.FromSeconds(5));
        var frozen = (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;
        arena.Server.Freeze();
        return await client.ReadFigureAsync() - frozen;
    }
}
