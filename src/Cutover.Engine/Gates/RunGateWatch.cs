using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Engine.Gates.CloudWatch;
using Cutover.Engine.Runs;
using Cutover.Engine.StackStatistics;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Gates;

/// <summary>
/// The guard of one run: its probes, its CloudWatch queries, the statistics of its stacks, and a bench for each gate.
/// Armed for as long as the run is open.
/// </summary>
internal sealed class RunGateWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly RunProbes probes;
    private readonly ImmutableArray<IDisposable> registrations;
    private readonly ConnectionClock? clock;
    private readonly Task measuring;

    /// <param name="loop">The run.</param>
    /// <param name="poller">Who asks CloudWatch.</param>
    /// <param name="probes">The run's probes, which end with the guard.</param>
    /// <param name="stacks">Who reads the statistics of stacks.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">For probes and gates.</param>
    public RunGateWatch(
        RunLoop loop,
        CloudWatchPoller poller,
        RunProbes probes,
        StackWatch stacks,
        TimeProvider time,
        ILoggerFactory loggers)
    {
        this.probes = probes;
        var playbook = loop.Run.Plan.Playbook;
        var benches = playbook.Gates.Select(gate => new GateBench(gate, playbook.Stacks, loop, time)).ToImmutableArray();
        registrations = [.. benches.Where(bench => bench.Gate.Source is CloudWatchSource or CloudWatchAlarm).Select(poller.Register)];
        var probed = benches.Where(bench => bench.Gate.Source is WebSocketProbe).ToImmutableArray();
        var counted = benches.Where(bench => bench.Gate.Source is StackStatistic).ToImmutableArray();
        clock = counted.IsEmpty ? null : new ConnectionClock(stacks, playbook.Stacks);
        measuring = Task.WhenAll(
        [
            .. probed.Select(bench => Task.Run(() =>
                new ProbeGate(bench, probes[((WebSocketProbe)bench.Gate.Source).Cohort], time, loggers.CreateLogger<ProbeGate>())
                    .RunAsync(stopping.Token))),
            .. probes.Pairs.Where(pair => pair.Fault is null).Select(pair => Task.Run(() =>
                new AnswerComparison(loop, pair, time).RunAsync(stopping.Token))),
            .. counted.Select(bench => Task.Run(() =>
                new StackGate(bench, clock!, time, loggers.CreateLogger<StackGate>()).RunAsync(stopping.Token))),
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        await stopping.CancelAsync();
        await measuring.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (clock is not null)
        {
            await clock.DisposeAsync();
        }

        await probes.DisposeAsync();

        stopping.Dispose();
    }
}
