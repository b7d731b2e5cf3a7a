using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Engine.Gates.CloudWatch;
using Cutover.Engine.Probes;
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
    private readonly ImmutableArray<StackProbe> probes;
    private readonly ImmutableArray<IDisposable> registrations;
    private readonly ConnectionClock? clock;
    private readonly Task measuring;

    /// <param name="loop">The run.</param>
    /// <param name="poller">Who asks CloudWatch.</param>
    /// <param name="setup">The options of the run's probes, or why it cannot probe.</param>
    /// <param name="stacks">Who reads the statistics of stacks.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">For probes and gates.</param>
    public RunGateWatch(
        RunLoop loop,
        CloudWatchPoller poller,
        (ProbeOptions? Options, string? Fault) setup,
        StackWatch stacks,
        TimeProvider time,
        ILoggerFactory loggers)
    {
        var playbook = loop.Run.Plan.Playbook;
        var benches = playbook.Gates.Select(gate => new GateBench(gate, playbook.Stacks, loop, time)).ToImmutableArray();
        registrations = [.. benches.Where(bench => bench.Gate.Source is CloudWatchSource or CloudWatchAlarm).Select(poller.Register)];
        var probed = benches.Where(bench => bench.Gate.Source is WebSocketProbe).ToImmutableArray();
        probes = probed.IsEmpty || setup.Options is null ? [] : [Probe(playbook, StackRole.Source), Probe(playbook, StackRole.Target)];
        var counted = benches.Where(bench => bench.Gate.Source is StackStatistic).ToImmutableArray();
        clock = counted.IsEmpty ? null : new ConnectionClock(stacks, playbook.Stacks);
        measuring = Task.WhenAll(
        [
            .. probed.Select(bench => Task.Run(() =>
                new ProbeGate(bench, probes, setup.Fault, time, loggers.CreateLogger<ProbeGate>())
                    .RunAsync(stopping.Token))),
            .. counted.Select(bench => Task.Run(() =>
                new StackGate(bench, clock!, time, loggers.CreateLogger<StackGate>()).RunAsync(stopping.Token))),
        ]);

        StackProbe Probe(Playbook of, StackRole role)
        {
            var target = new ProbeTarget(of.Stacks[role].Name, of.Stacks[role].Endpoint!, of.Records[0].Name);
            var probe = new StackProbe(target, setup.Options!, time, loggers.CreateLogger<StackProbe>());
            probe.Start();
            return probe;
        }
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

        foreach (var probe in probes)
        {
            await probe.DisposeAsync();
        }

        stopping.Dispose();
    }
}
