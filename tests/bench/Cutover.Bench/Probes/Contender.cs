using System.Globalization;

namespace Cutover.Bench.Probes;

/// <summary>A client that speaks as <see cref="HoldingClient"/> does.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Begin">Starts it for an endpoint, a number of connections and a number of dials to warm up with.</param>
internal sealed record Contender(string Name, Func<string, int, int, Watched> Begin)
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Watching = TimeSpan.FromSeconds(10);

    public static Contender Cutover { get; } = new("Cutover", (endpoint, connections, warmth) => Probe(endpoint, connections, "Echo", 10_000, 10_000, warmth));

    public static Contender Ws(string modules) => new("npm ws", (endpoint, connections, warmth) =>
    {
        var script = Path.Combine(Path.GetDirectoryName(modules)!, "ws-client.mjs");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Probes", "ws-client.mjs"), script, overwrite: true);
        return Watched.Start(
            "node", [script, endpoint, Text(connections), "10000", Text(warmth)], ("BENCH_CERTIFICATE", Arena.Certificate));
    });

    /// <summary>The probe in a process that is all its own, as the README recommends for thousands of connections.</summary>
    public static Watched Probe(string endpoint, int connections, string beat, int interval, int deadline, int warmth) => Watched.Start(
        "dotnet",
        [Arena.Own, "probe-client", endpoint, Text(connections), beat, Text(interval), Text(deadline), Text(warmth)],
        ("BENCH_CERTIFICATE", Arena.Certificate),
        ("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1"),
        ("DOTNET_ThreadPool_UnfairSemaphoreSpinLimit", "0"),
        ("DOTNET_TieredPGO", "0"));

    /// <summary>Two processes: a fresh one for memory, load and losses, and a warm one for speed.</summary>
    public async Task<Figures> MeasureAsync(string scheme, int connections)
    {
        var held = await HoldAsync(scheme, connections);
        await using var arena = await Arena.OpenAsync(scheme);
        await using var client = Begin(arena.Endpoint, connections, 2_000);
        await client.ReadAsync();
        var busy = Watched.Processor(client.Id);
        await client.TellAsync("open");
        var took = await client.ReadFigureAsync();
        var cost = 1e6 * (Watched.Processor(client.Id) - busy) / connections;
        return held with { Handshakes = 1000 * connections / took, DialCost = cost };
    }

    private async Task<Figures> HoldAsync(string scheme, int connections)
    {
        await using var arena = await Arena.OpenAsync(scheme);
        await using var client = Begin(arena.Endpoint, connections, 100);
        await client.ReadAsync();
        await Task.Delay(Settled);
        var before = Watched.Memory(client.Id);
        await client.TellAsync("open");
        await client.ReadFigureAsync();
        await Task.Delay(Settled);
        var busy = Watched.Processor(client.Id);
        await Task.Delay(Watching);
        busy = Watched.Processor(client.Id) - busy;
        var after = Watched.Memory(client.Id);
        var killed = (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;
        await arena.Server.KillAsync();
        var gone = await client.ReadFigureAsync() - killed;
        return new Figures((after - before) / connections, double.NaN, double.NaN, 100 * busy / Watching.TotalSeconds, gone);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
