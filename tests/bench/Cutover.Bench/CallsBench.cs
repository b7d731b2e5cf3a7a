using System.Globalization;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Lab.Route53;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Bench;

/// <summary>Many runs bake in one zone at the default pace: how many Route 53 calls does an hour of one run cost the account?</summary>
internal static class CallsBench
{
    private static readonly TimeSpan Watched = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task<int> RunAsync(int runs)
    {
        await using var host = await BenchHost.StartAsync(world: 9, TimeSpan.FromSeconds(3));
        host.Lab.Zone.Seed([.. Enumerable.Range(1, runs).SelectMany(Pair)]);
        for (var run = 1; run <= runs; run++)
        {
            var started = await host.Runs.StartAsync(Playbook(host, run), "bench", null, CancellationToken.None);
            _ = started as RunStarted ?? throw new InvalidOperationException(started.ToString());
        }

        await UntilBakingAsync(host, runs);
        var before = Counts(host);
        await Task.Delay(Watched);
        Print(runs, before, Counts(host));
        return 0;
    }

    private static IEnumerable<ZoneRecordSet> Pair(int run) =>
    [
        ZoneRecordSet.Weighted(Name(run), "A", "haproxy", 100, 60, "127.0.1.1"),
        ZoneRecordSet.Weighted(Name(run), "A", "envoy", 0, 60, "127.0.1.2"),
    ];

    private static string Name(int run) => string.Create(CultureInfo.InvariantCulture, $"wss{run:000}.lab.example");

    private static async Task UntilBakingAsync(BenchHost host, int runs)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        using var patience = new CancellationTokenSource(Patience);
        while ((await host.Archive.ListAsync(0, runs, patience.Token)).Any(run => run.Phase != RunPhase.Baking))
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private static Dictionary<Route53Operation, long> Counts(BenchHost host) =>
        Enum.GetValues<Route53Operation>().ToDictionary(operation => operation, host.Lab.Route53.Requests.Count);

    private static void Print(int runs, Dictionary<Route53Operation, long> before, Dictionary<Route53Operation, long> after)
    {
        var hours = Watched.TotalHours * runs;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs} runs baking in one zone, watched for {Watched.TotalMinutes:0} min"));
        foreach (var operation in after.Keys.Where(operation => after[operation] > before[operation]))
        {
            var calls = after[operation] - before[operation];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{operation,-30} {calls,6} calls {calls / hours,8:0.00} a run-hour"));
        }

        var all = after.Values.Sum() - before.Values.Sum();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{"all",-30} {all,6} calls {all / hours,8:0.00} a run-hour, {all / Watched.TotalSeconds:0.000} a second"));
    }

    private static string Playbook(BenchHost host, int run) => $$"""
        version: 1
        name: wss{{run}}
        records:
          - { zone: lab.example, name: {{Name(run)}}, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://{{host.Lab.Source.Address}}/" }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://{{host.Lab.Target.Address}}/" }
        gates:
          errors:
            cloudwatch: { namespace: Lab/Edge, metric: HandshakeErrors, dimensions: { Stack: "{stack}" }, stat: Sum, period: 5s, traffic: Handshakes }
            kind: errors
            objective: "< 5000"
            window: 15s
        steps:
          - { weight: 50 %, bake: 2h }
          - { weight: 100 %, bake: 2h }
        noData: { holdAfter: 30m, rollBackAfter: 60m }
        """;
}
