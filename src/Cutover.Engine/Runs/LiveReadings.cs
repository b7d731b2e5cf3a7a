using System.Collections.Concurrent;
using Cutover.Core.StackStatistics;
using Cutover.Core.Survival;
using Cutover.Engine.Gates;

namespace Cutover.Engine.Runs;

/// <summary>
/// What the instruments of the runs that this host drives say at this moment. Nothing is decided by it: what counts is in the journal, and
/// a host that does not drive a run shows what stands there.
/// </summary>
public sealed class LiveReadings
{
    private readonly ConcurrentDictionary<long, RunGateWatch> watches = new();

    /// <summary>The guards of the runs that this host drives.</summary>
    internal IEnumerable<RunGateWatch> Watches => watches.Values;

    /// <summary>The connections of a run's stacks as they stand now; null where nobody here counts them, or has not begun to.</summary>
    internal TrafficShares? Shares(long run) => watches.TryGetValue(run, out var watch) ? watch.Shares : null;

    /// <summary>How long the connections lived that this host's probes hold for the run; null where none does.</summary>
    internal (SurvivalReport Source, SurvivalReport Target)? Survival(long run) =>
        watches.TryGetValue(run, out var watch) ? watch.Survival : null;

    internal void Enter(long run, RunGateWatch watch) => watches[run] = watch;

    internal void Leave(long run, RunGateWatch watch) => watches.TryRemove(KeyValuePair.Create(run, watch));
}
