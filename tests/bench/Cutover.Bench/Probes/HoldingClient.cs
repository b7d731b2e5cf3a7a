using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Bench.Probes;

/// <summary>
/// Cutover's probe as a contender, in a process of its own: says "ready", opens all its connections at a word, says "opened" with the
/// milliseconds that took, and "gone" with the time at which the last of them was lost.
/// </summary>
internal static class HoldingClient
{
    public static async Task<int> RunAsync(Uri endpoint, int connections, BeatKind beat, TimeSpan interval, TimeSpan deadline)
    {
        for (var round = 0; round < int.Parse(Environment.GetEnvironmentVariable("BENCH_WARM") ?? "1", CultureInfo.InvariantCulture); round++)
        {
            await WarmUpAsync(endpoint);
        }

        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        var (watch, opened, gone) = (Stopwatch.StartNew(), new TaskCompletionSource(), new TaskCompletionSource());
        await using var probe = Probe(endpoint, connections, beat, interval, deadline);
        probe.Window.Sampled += () =>
        {
            var now = probe.Window.HeldNow;
            if (now == connections)
            {
                opened.TrySetResult();
            }
            else if (now == 0 && opened.Task.IsCompleted)
            {
                gone.TrySetResult();
            }
        };
        probe.Start();
        await opened.Task;
        Say("opened", watch.Elapsed.TotalMilliseconds);
        if (Environment.GetEnvironmentVariable("BENCH_GC") is not null)
        {
            var before = GC.GetTotalMemory(false);
            var info0 = GC.GetGCMemoryInfo();
            Console.Error.WriteLine($"before: total {before / connections} B/conn, committed {info0.TotalCommittedBytes / connections}, gens {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)}");
            await Task.Delay(500);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            var info = GC.GetGCMemoryInfo();
            Console.Error.WriteLine($"live {GC.GetTotalMemory(false) / connections} B/conn, committed {info.TotalCommittedBytes / connections}, fragmented {info.FragmentedBytes / connections}; rss {Environment.WorkingSet / 1048576}M");
        }

        await gone.Task;
        Say("gone", (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds);
        return 0;
    }

    private static void Say(string what, double figure) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {figure:F1}"));

    private static async Task WarmUpAsync(Uri endpoint)
    {
        await using var probe = Probe(endpoint, 300, BeatKind.Echo, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        var opened = new TaskCompletionSource();
        probe.Window.Sampled += () =>
        {
            if (probe.Window.HeldNow == 300)
            {
                opened.TrySetResult();
            }
        };
        probe.Start();
        await opened.Task;
    }

    private static StackProbe Probe(Uri endpoint, int connections, BeatKind beat, TimeSpan interval, TimeSpan deadline) => new(
        new ProbeTarget("Bench", endpoint, "bench.example"),
        new ProbeOptions
        {
            DialsPerSecond = 0,
            Holders = connections,
            MaxConnections = connections,
            ConnectsPerSecond = 50_000,
            MaxConcurrentDials = 256,
            OpenSpread = TimeSpan.Zero,
            Beat = beat,
            BeatInterval = interval,
            BeatDeadline = deadline,
            DialDeadline = TimeSpan.FromSeconds(30),
            ReopenDelay = TimeSpan.FromMinutes(1),
            MaxReopenDelay = TimeSpan.FromMinutes(1),
            TrustedRoots = endpoint.Scheme == "wss" ? Roots() : null,
        },
        TimeProvider.System,
        NullLogger<StackProbe>.Instance);

    private static X509Certificate2Collection Roots()
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(Environment.GetEnvironmentVariable("BENCH_CERTIFICATE")!);
        return roots;
    }
}
