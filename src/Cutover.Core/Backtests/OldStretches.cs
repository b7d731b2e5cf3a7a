using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Core.Backtests;

/// <summary>
/// What a gate that compares can take from measurements that an earlier run kept: a window of both stacks at a time, where value and
/// samples tell what was seen in it. Windows that overlap one taken before are left out by the evidence.
/// </summary>
public static class OldStretches
{
    /// <summary>True for what can be compared so: counts of something bad, and CloudWatch's latencies.</summary>
    public static bool Tell(Gate gate) => gate.Source is WebSocketProbe { Measure: ProbeMeasure.HandshakeSuccess or ProbeMeasure.HandshakeFailure }
        or CloudWatchMetric;

    /// <param name="gate">Of the playbook that judges.</param>
    /// <param name="target">Of the run.</param>
    /// <param name="source">Of the run.</param>
    /// <returns>None where one stack had no value, or another window.</returns>
    public static ImmutableArray<Stretch> Of(Gate gate, Measurement target, Measurement? source) =>
        gate.Goal is RelativeObjective && Tell(gate) && target is Measured one && source is Measured other
            && (one.From, one.To) == (other.From, other.To)
            ? [Of(gate, one, other)]
            : [];

    private static Stretch Of(Gate gate, Measured target, Measured source) => (gate.Source, gate.Kind) switch
    {
        (CloudWatchMetric, GateKind.Latency) =>
            new PeriodStretch(target.From, target.To, target.Value, source.Value, target.Samples, source.Samples),
        (CloudWatchMetric, _) => new CountedStretch(
            target.From, target.To, new Tally((long)target.Value, target.Samples), new Tally((long)source.Value, source.Samples)),
        (WebSocketProbe probe, _) => new CountedStretch(target.From, target.To, Failed(probe, target), Failed(probe, source)),
        _ => throw new ArgumentOutOfRangeException(nameof(gate), gate.Source, "tells nothing to compare"),
    };

    private static Tally Failed(WebSocketProbe probe, Measured handshakes)
    {
        var percent = probe.Measure == ProbeMeasure.HandshakeSuccess ? 100 - handshakes.Value : handshakes.Value;
        return new Tally((long)Math.Round(percent * handshakes.Samples / 100), handshakes.Samples);
    }
}
