using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;
using Cutover.Core.Survival;
using Cutover.Engine.Gates.CloudWatch;
using Cutover.Engine.Runs;
using Cutover.Engine.StackStatistics;
using Cutover.Engine.Storage;
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
    private readonly RunProbes probes;
    private readonly ImmutableArray<IDisposable> registrations;
    private readonly ConnectionClock? clock;
    private readonly Task measuring;
    private readonly LiveReadings live;
    private readonly RunLoop loop;

    /// <param name="loop">The run.</param>
    /// <param name="counted">By gate, what burns counted before.</param>
    /// <param name="poller">Who asks CloudWatch.</param>
    /// <param name="probes">The run's probes, which end with the guard.</param>
    /// <param name="stacks">Who reads the statistics of stacks.</param>
    /// <param name="count">How often the connections of the stacks are counted.</param>
    /// <param name="live">Where what is measured can be looked at.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">For probes and gates.</param>
    public RunGateWatch(
        RunLoop loop,
        ImmutableDictionary<string, BurnEvidence> counted,
        CloudWatchPoller poller,
        RunProbes probes,
        StackWatch stacks,
        TimeSpan count,
        LiveReadings live,
        TimeProvider time,
        ILoggerFactory loggers)
    {
        this.probes = probes;
        var playbook = loop.Run.Plan.Playbook;
        (this.live, this.loop) = (live, loop);
        var benches = playbook.Gates.Select(gate => new GateBench(
            gate, playbook.Stacks, loop, time, counted.GetValueOrDefault(gate.Name))).ToImmutableArray();
        registrations = [.. benches.Where(bench => bench.Gate.Source is CloudWatchSource or CloudWatchAlarm).Select(poller.Register)];
        var probed = benches.Where(bench => bench.Gate.Source is WebSocketProbe).ToImmutableArray();
        var statistics = benches.Where(bench => bench.Gate.Source is StackStatistic).ToImmutableArray();
        clock = IsCounted(playbook.Stacks) ? new ConnectionClock(stacks, playbook.Stacks) { Own = Own } : null;
        measuring = Task.WhenAll(
        [
            .. probed.Select(bench => Task.Run(() =>
                new ProbeGate(bench, probes[((WebSocketProbe)bench.Gate.Source).Cohort], time, loggers.CreateLogger<ProbeGate>())
                    .RunAsync(stopping.Token))),
            .. probes.Pairs.Where(pair => pair.Fault is null).Select(pair => Task.Run(() =>
                new AnswerComparison(loop, pair, time, loggers.CreateLogger<AnswerComparison>()).RunAsync(stopping.Token))),
            .. statistics.Select(bench => Task.Run(() =>
                new StackGate(bench, clock!, time, loggers.CreateLogger<StackGate>()).RunAsync(stopping.Token))),
            clock is null ? Task.CompletedTask : Task.Run(() =>
                new ConnectionCounting(loop, clock, count, time, loggers.CreateLogger<ConnectionCounting>()).RunAsync(stopping.Token)),
        ]);

        live.Enter(loop.RunId, this);
    }

    /// <summary>The run as of its latest decision.</summary>
    public OpenRun Run => loop.Run;

    /// <summary>The connections of the stacks as they stand now; null without statistics, and before the first look.</summary>
    public TrafficShares? Shares => clock?.Source.HasLooked == true && clock.Target.HasLooked ? clock.Read() : null;

    /// <summary>
    /// How long held connections lived so far, source first: those of the playbook's own probe, or of its first cohort; null for a run
    /// without probes.
    /// </summary>
    public (SurvivalReport Source, SurvivalReport Target)? Survival =>
        probes.Pairs.OrderBy(pair => pair.Cohort is null ? 0 : 1).FirstOrDefault() is { Probes: [var source, var target] }
            ? (source.Survival(), target.Survival())
            : null;

    /// <summary>How many connections its probes hold open at this moment.</summary>
    public long Held(StackRole role) => Own(role).Held;

    public async ValueTask DisposeAsync()
    {
        live.Leave(loop.RunId, this);
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

    private OwnConnections Own(StackRole role) => probes.Pairs
        .Where(pair => pair.Fault is null)
        .Select(pair => pair.Probes[role == StackRole.Source ? 0 : 1].Window.Own(ConnectionClock.NewWindow))
        .Aggregate(OwnConnections.None, (sum, own) => sum + own);

    private static bool IsCounted(Stacks stacks) =>
        !stacks.Source.Statistics.IsDefaultOrEmpty && !stacks.Target.Statistics.IsDefaultOrEmpty;
}
