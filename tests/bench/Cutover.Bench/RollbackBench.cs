using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Views;

namespace Cutover.Bench;

/// <summary>
/// Envoy refuses 5 % of handshakes at the 50 % step. Measured: from the decisive measurement to the ChangeResourceRecordSets request on the
/// wire, from the fault to the decision, and from the decision until 99 % of new connections reach HAProxy.
/// </summary>
internal static class RollbackBench
{
    private const int Worlds = 4;
    private const int SamplesASecond = 10;
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<int> RunAsync(int runs)
    {
        var share = (runs + Worlds - 1) / Worlds;
        var results = (await Task.WhenAll(Enumerable.Range(1, Worlds).Select(world => WorldAsync(world, share))))
            .SelectMany(found => found)
            .ToList();
        Console.WriteLine($"{$"{results.Count} runs",-60} {Spread.Heading}");
        Print("fault to decision, s", results.Select(result => result.FaultToDecision.TotalSeconds));
        Print(
            "decisive measurement to Route 53 request on the wire, ms",
            results.Select(result => result.MeasurementToWire.TotalMilliseconds));
        Print("decision until 99 % of new connections reach HAProxy, s", results.Select(result => result.UntilBack.TotalSeconds));
        return 0;
    }

    private static async Task<List<Result>> WorldAsync(int world, int runs)
    {
        var results = new List<Result>();
        await using var host = await BenchHost.StartAsync(world, TimeSpan.FromMilliseconds(500));
        for (var run = 0; run < runs; run++)
        {
            results.Add(await MeasureAsync(host));
        }

        return results;
    }

    private static async Task<Result> MeasureAsync(BenchHost host)
    {
        var run = await host.StartRunAsync(Playbook(host));
        await UntilAsync(
            host, run, view => view.Summary.Phase == RunPhase.Baking && view.Gates.All(gate => gate.Target?.Verdict == Verdict.Passed));
        var fault = DateTimeOffset.UtcNow;
        host.Lab.Target.Dials.RefuseHandshakes = 5;
        using var watching = new CancellationTokenSource();
        var connections = WatchAsync(host, watching.Token);
        await UntilAsync(host, run, RollbackTimes.IsOver);
        await Task.Delay(Watched, CancellationToken.None);
        host.Lab.Target.Dials.RefuseHandshakes = 0;
        await watching.CancelAsync();
        return await ResultAsync(host, run, fault, await connections);
    }

    private static async Task<Result> ResultAsync(BenchHost host, long run, DateTimeOffset fault, List<Seen> connections)
    {
        var times = await RollbackTimes.OfAsync(host, run, fault) ?? throw new InvalidOperationException("No gate took the run back.");
        return new Result(times.Decided - fault, times.MeasurementToWire, Back(connections, times.Decided) - times.Decided);
    }

    // The end of the last second in which more than 1 % of the new connections still went to the target.
    private static DateTimeOffset Back(List<Seen> seen, DateTimeOffset decision)
    {
        var back = decision;
        foreach (var (before, after) in seen.Zip(seen.Skip(SamplesASecond)).Where(pair => pair.Second.At >= decision))
        {
            var (source, target) = (after.Source - before.Source, after.Target - before.Target);
            back = target > 0.01 * (source + target) ? before.At + TimeSpan.FromSeconds(1) : back;
        }

        return back;
    }

    private static async Task<List<Seen>> WatchAsync(BenchHost host, CancellationToken cancellation)
    {
        var seen = new List<Seen>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                seen.Add(new Seen(
                    DateTimeOffset.UtcNow, host.Lab.Source.Counters.Population.Tried, host.Lab.Target.Counters.Population.Tried));
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }

        return seen;
    }

    private static async Task UntilAsync(BenchHost host, long run, Func<RunView, bool> reached) =>
        _ = await host.UntilAsync(run, reached, Patience) ?? throw new TimeoutException("The run did not get there.");

    private static void Print(string what, IEnumerable<double> values) => Console.WriteLine($"{what,-60} {Spread.Of(values)}");

    private static string Playbook(BenchHost host) => $$"""
        version: 1
        name: wss-primary
        records:
          - { zone: lab.example, name: wss-primary.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://{{host.Lab.Source.Address}}/" }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://{{host.Lab.Target.Address}}/" }
        gates:
          handshakes: { probe: handshake-success, objective: ">= 99.5 %", window: 10s, minSamples: 50, breach: 2 of 3 }
          errors:
            cloudwatch: { namespace: Lab/Edge, metric: HandshakeErrors, dimensions: { Stack: "{stack}" }, stat: Sum, period: 5s, traffic: Handshakes }
            kind: errors
            objective: "< 5"
            window: 15s
        steps:
          - { weight: 50 %, bake: 10m }
          - { weight: 100 %, bake: 20s }
        """;

    private readonly record struct Seen(DateTimeOffset At, long Source, long Target);

    private sealed record Result(TimeSpan FaultToDecision, TimeSpan MeasurementToWire, TimeSpan UntilBack);
}
