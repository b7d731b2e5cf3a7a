using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.CloudWatch;
using Cutover.Engine.Dns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Gates.CloudWatch;

/// <summary>Asks CloudWatch for every CloudWatch gate of every open run at once.</summary>
internal sealed class CloudWatchPoller(
    CloudWatchClient cloudWatch, EngineOptions options, TimeProvider time, ILogger<CloudWatchPoller> logger) : BackgroundService
{
    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<MetricGate, byte> metrics = new();
    private readonly ConcurrentDictionary<AlarmGate, byte> alarms = new();
    private readonly SeriesReader reader = new(cloudWatch);

    // Who tries longer leaves the guard with an old verdict where it should say that it cannot see.
    private TimeSpan Patience => 2 * options.CloudWatchPoll is var two && two > LeastPatience ? two : LeastPatience;

    /// <summary>Has a gate measured until the registration is disposed.</summary>
    public IDisposable Register(GateBench bench) =>
        bench.Gate.Source is CloudWatchAlarm ? Register(alarms, new AlarmGate(bench)) : Register(metrics, new MetricGate(bench));

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

    private static Registration Register<T>(ConcurrentDictionary<T, byte> gates, T gate)
        where T : class
    {
        gates.TryAdd(gate, 0);
        return new Registration(() => gates.TryRemove(gate, out _));
    }

    private async Task PollMetricsAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var asked = metrics.Keys.Select(gate => (Gate: gate, Requests: gate.Requests(now))).ToList();
        var readings = await reader.ReadAsync([.. asked.SelectMany(one => one.Requests)], Patience, cancellation);
        var taken = 0;
        foreach (var (gate, requests) in asked)
        {
            gate.Take(readings.Slice(taken, requests.Length), now);
            taken += requests.Length;
        }
    }

    private async Task PollAlarmsAsync(CancellationToken cancellation)
    {
        var asked = alarms.Keys.ToList();
        if (asked.Count == 0)
        {
            return;
        }

        var outcome = await cloudWatch.DescribeAlarmsAsync(
            asked.SelectMany(gate => gate.Names), CallPriority.Normal, cancellation, Patience);
        var (found, failure) = outcome.TryGet(out var states, out var reason)
            ? (states, null)
            : (ImmutableArray<Alarm>.Empty, AwsWords.Of(reason));
        foreach (var gate in asked)
        {
            gate.Take(found, failure, time.GetUtcNow());
        }
    }

    private sealed class Registration(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
