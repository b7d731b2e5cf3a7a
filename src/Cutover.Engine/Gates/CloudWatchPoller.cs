using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.CloudWatch;
using Cutover.Engine.Dns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Gates;

/// <summary>Asks CloudWatch for every CloudWatch gate of every open run at once.</summary>
internal sealed class CloudWatchPoller(
    CloudWatchClient cloudWatch, EngineOptions options, TimeProvider time, ILogger<CloudWatchPoller> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<GateBench, byte> benches = new();

    /// <summary>Has a gate measured until the registration is disposed.</summary>
    public IDisposable Register(GateBench bench)
    {
        benches.TryAdd(bench, 0);
        return new Registration(() => benches.TryRemove(bench, out _));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.CloudWatchPoll, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Task.WhenAll(PollMetricsAsync(stoppingToken), PollAlarmsAsync(stoppingToken));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.JudgingFailed(logger, "CloudWatch", failure);
            }
        }
    }

    private async Task PollMetricsAsync(CancellationToken cancellation)
    {
        var asked = benches.Keys.Where(bench => bench.Gate.Source is CloudWatchMetric).Select(bench => new MetricGate(bench)).ToList();
        foreach (var chunk in asked.Chunk(CloudWatchClient.MostQueries / MetricGate.MostQueries))
        {
            var now = time.GetUtcNow();
            var queries = chunk.SelectMany((gate, index) => gate.Queries(index)).ToImmutableArray();
            var outcome = await cloudWatch.GetMetricDataAsync(
                queries, chunk.Min(gate => gate.From(now)), now, CallPriority.Normal, cancellation);
            var (data, failure) = outcome.TryGet(out var found, out var reason) ? (found, null) : ((MetricData?)null, AwsWords.Of(reason));
            for (var index = 0; index < chunk.Length; index++)
            {
                chunk[index].Take(index, data, failure, now);
            }
        }
    }

    private async Task PollAlarmsAsync(CancellationToken cancellation)
    {
        var asked = benches.Keys.Where(bench => bench.Gate.Source is CloudWatchAlarm).Select(bench => new AlarmGate(bench)).ToList();
        if (asked.Count == 0)
        {
            return;
        }

        var outcome = await cloudWatch.DescribeAlarmsAsync(asked.SelectMany(gate => gate.Names), CallPriority.Normal, cancellation);
        var (alarms, failure) = outcome.TryGet(out var found, out var reason)
            ? (found, null)
            : (ImmutableArray<Alarm>.Empty, AwsWords.Of(reason));
        foreach (var gate in asked)
        {
            gate.Take(alarms, failure, time.GetUtcNow());
        }
    }

    private sealed class Registration(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
