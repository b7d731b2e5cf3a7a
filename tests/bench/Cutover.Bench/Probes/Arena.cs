using System.Globalization;

namespace Cutover.Bench.Probes;

/// <summary>Gives each trial a fresh server, on an address of its own so that no trial meets the last one's ports in TIME_WAIT.</summary>
internal sealed class Arena : IAsyncDisposable
{
    private static int trials;

    private Arena(Watched server, string scheme, string address, int port) =>
        (Server, Endpoint, Address, Port) = (server, $"{scheme}://{address}:{port}/", address, port);

    public static string Certificate { get; } = Path.Combine(Path.GetTempPath(), $"cutover-bench-{Environment.ProcessId}.pem");

    public static string Own { get; } = typeof(Arena).Assembly.Location;

    public Watched Server { get; }

    public string Endpoint { get; }

    public string Address { get; }

    public int Port { get; }

    public static async Task<Arena> OpenAsync(string scheme)
    {
        var trial = Interlocked.Increment(ref trials);
        var port = 7400 + trial;
        var server = Watched.Start(
            "dotnet", [Own, "probe-server", port.ToString(CultureInfo.InvariantCulture), scheme], ("BENCH_CERTIFICATE", Certificate));
        await server.ReadAsync();
        return new Arena(server, scheme, $"127.0.{10 + (trial / 250)}.{1 + (trial % 250)}", port);
    }

    /// <summary>How many connections the server has open.</summary>
    public async Task<int> OpenConnectionsAsync() => int.Parse(await Server.AskAsync("?"), CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
