using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;
using Cutover.Core.Survival;
using Cutover.Engine.Probes;
using Cutover.Engine.Runs;
using Cutover.Engine.StackStatistics;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Gates;

/// <summary>
/// The guard of one run: its probes, its CloudWatch queries, the statistics of its stacks where the playbook names them, and a bench for
/// each gate.
/// Armed for as long as the run is open.
/// </summary>
internal sealed class RunGateWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ImmutableArray<StackProbe> probes;
    private readonly ImmutableArray<IDisposable> registrations;
    private readonly ConnectionClock? clock;
    private readonly Task measuring;
    private readonly LiveReadings live;
    private readonly long run;

    /// <param name="loop">The run.</param>
    /// <param name="poller">Who asks CloudWatch.</param>
    /// <param name="setup">The options of the run's probes, or why it cannot probe.</param>
    /// <param name="stacks">Who reads the statistics of stacks.</param>
    /// <param name="count">How often the connections of the stacks are counted.</param>
    /// <param name="live">Where what is measured can be looked at.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">For probes and gates.</param>
    public RunGateWatch(
        RunLoop loop,
        CloudWatchPoller poller,
        (ProbeOptions? Options, string? Fault) setup,
        StackWatch stacks,
        TimeSpan count,
        LiveReadings live,
        TimeProvider time,
        ILoggerFactory loggers)
    {
        var playbook = loop.Run.Plan.Playbook;
        (this.live, run) = (live, loop.RunId);
        var benches = playbook.Gates.Select(gate => new GateBench(gate, playbook.Stacks, loop, time)).ToImmutableArray();
        registrations = [.. benches.Where(bench => bench.Gate.Source is CloudWatchMetric or CloudWatchAlarm).Select(poller.Register)];
        var probed = benches.Where(bench => bench.Gate.Source is WebSocketProbe).ToImmutableArray();
        probes = probed.IsEmpty || setup.Options is null ? [] : [Probe(playbook, StackRole.Source), Probe(playbook, StackRole.Target)];
        var counted = benches.Where(bench => bench.Gate.Source is StackStatistic).ToImmutableArray();
        clock = IsCounted(playbook.Stacks) ? new ConnectionClock(stacks, playbook.Stacks) { Own = Own } : null;
        measuring = Task.WhenAll(
        [
            .. probed.Select(bench => Task.Run(() =>
                new ProbeGate(bench, probes, setup.Fault, time, loggers.CreateLogger<ProbeGate>())
                    .RunAsync(stopping.Token))),
            .. counted.Select(bench => Task.Run(() =>
                new StackGate(bench, clock!, time, loggers.CreateLogger<StackGate>()).RunAsync(stopping.Token))),
            clock is null ? Task.CompletedTask : Task.Run(() =>
                new ConnectionCounting(loop, clock, count, time, loggers.CreateLogger<ConnectionCounting>()).RunAsync(stopping.Token)),
        ]);

        live.Enter(run, this);

        StackProbe Probe(Playbook of, StackRole role)
        {
            var target = new ProbeTarget(of.Stacks[role].Name, of.Stacks[role].Endpoint!, of.Records[0].Name);
            var probe = new StackProbe(target, setup.Options!, time, loggers.CreateLogger<StackProbe>());
            probe.Start();
            return probe;
        }
    }

    /// <summary>The connections of the stacks as they stand now; null without statistics, and before the first look.</summary>
    public TrafficShares? Shares => clock?.Source.HasLooked == true && clock.Target.HasLooked ? clock.Read() : null;

    /// <summary>How long the held connections of both probes lived so far, source first; null for a run without probes.</summary>
    public (SurvivalReport Source, SurvivalReport Target)? Survival =>
        probes is [var source, var target] ? (source.Survival(), target.Survival()) : null;

    public async ValueTask DisposeAsync()
    {
        live.Leave(run, this);
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

    private OwnConnections Own(StackRole role) =>
        probes.IsEmpty ? OwnConnections.None : probes[role == StackRole.Source ? 0 : 1].Window.Own(ConnectionClock.NewWindow);

    private static bool IsCounted(Stacks stacks) =>
        !stacks.Source.Statistics.IsDefaultOrEmpty && !stacks.Target.Statistics.IsDefaultOrEmpty;
}
