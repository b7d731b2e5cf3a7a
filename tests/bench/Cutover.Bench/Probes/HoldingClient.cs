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
    public static async Task<int> RunAsync(Uri endpoint, int connections, BeatKind beat, TimeSpan interval, TimeSpan deadline, int warmth)
    {
        await WarmUpAsync(endpoint, warmth);
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
        await gone.Task;
        Say("gone", (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds);
        return 0;
    }

    private static void Say(string what, double figure) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {figure:F1}"));

    private static async Task WarmUpAsync(Uri endpoint, int warmth)
    {
        await using var probe = Probe(endpoint, warmth, BeatKind.Echo, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        var opened = new TaskCompletionSource();
        probe.Window.Sampled += () =>
        {
            if (probe.Window.HeldNow == warmth)
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
