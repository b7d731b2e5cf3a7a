using System.Globalization;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine;
using Cutover.Engine.Runs;

namespace Cutover.Bench;

/// <summary>One run with ever more gates on both stacks: what does an hour of it cost in requests to CloudWatch and in dollars?</summary>
internal static class CloudWatchBench
{
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("gates  polls  GetMetricData  metrics | an hour at the default poll: calls  metrics  dollars | one call per gate and stack: calls");
        foreach (var (gates, world) in new[] { (1, 11), (20, 12), (200, 13) })
        {
            await MeasureAsync(gates, world);
        }

        return 0;
    }

    private static async Task MeasureAsync(int gates, int world)
    {
        await using var host = await BenchHost.StartAsync(world, TimeSpan.FromSeconds(1));
        var started = await host.Runs.StartAsync(Playbook(host, gates), "bench", null, CancellationToken.None) as RunStarted;
        await UntilBakingAsync(host, started ?? throw new InvalidOperationException("The run did not start."));
        var (calls, metrics) = (host.Lab.CloudWatch.Counts.Requests("GetMetricData"), host.Lab.CloudWatch.Counts.Metrics);
        await Task.Delay(Watched);
        Print(gates, host.Lab.CloudWatch.Counts.Requests("GetMetricData") - calls, host.Lab.CloudWatch.Counts.Metrics - metrics);
    }

    private static async Task UntilBakingAsync(BenchHost host, RunStarted run)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        using var patience = new CancellationTokenSource(Patience);
        while ((await host.Archive.FindAsync(run.RunId, patience.Token))!.Summary.Phase != RunPhase.Baking)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private static void Print(int gates, long calls, long metrics)
    {
        var polls = Watched / BenchHost.CloudWatchPoll;
        var hourly = TimeSpan.FromHours(1) / new EngineOptions().CloudWatchPoll / polls;
        var dollars = (decimal)(metrics * hourly) * CloudWatchPrices.Listed.ThousandMetrics / 1_000;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{gates,5} {polls,6:0} {calls,14} {metrics,8} | {calls * hourly,33:0} {metrics * hourly,8:0} {dollars,8:0.0000} | {2 * gates * polls * hourly,34:0}"));
    }

    private static string Playbook(BenchHost host, int gates) => $$"""
        version: 1
        name: gates
        records:
          - { zone: lab.example, name: wss-primary.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://{{host.Lab.Source.Address}}/" }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://{{host.Lab.Target.Address}}/" }
        gates:
        {{string.Concat(Enumerable.Range(1, gates).Select(Gate))}}
        steps:
          - { weight: 50 %, bake: 2h }
          - { weight: 100 %, bake: 2h }
        noData: { holdAfter: 30m, rollBackAfter: 60m }
        """;

    private static string Gate(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
          errors{{number}}: { cloudwatch: { namespace: Lab/Edge, metric: HandshakeErrors, dimensions: { Stack: "{stack}" }, stat: Sum, period: 5s, traffic: Handshakes }, kind: errors, objective: "< 5000", window: 15s }

        """);
}
