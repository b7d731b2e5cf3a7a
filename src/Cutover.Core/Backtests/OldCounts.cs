using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Backtests;

/// <summary>Counts for a burn in what an earlier run measured for another goal: the share of a window and its samples tell them.</summary>
public static class OldCounts
{
    /// <summary>The measurement with them, where the gate is a burn and the run measured handshakes.</summary>
    /// <param name="gate">Of the playbook that judges.</param>
    /// <param name="source">What the run measured under this name; null where it had no such gate.</param>
    /// <param name="measurement">Of the run. What overlaps one before it is not counted twice by the gate.</param>
    public static Measurement In(Gate gate, GateSource? source, Measurement measurement) => (gate, source, measurement) switch
    {
        ({ Goal: BurnObjective }, WebSocketProbe probe, Measured { Counts: null } measured) when Failed(probe, measured) is { } failed =>
            measured with
            {
                Counts = [new EventCount(measured.From, measured.To, (long)Math.Round(failed * measured.Samples / 100), measured.Samples)],
            },
        _ => measurement,
    };

    // In percent.
    private static double? Failed(WebSocketProbe probe, Measured measured) => probe.Measure switch
    {
        ProbeMeasure.HandshakeSuccess => 100 - measured.Value,
        ProbeMeasure.HandshakeFailure => measured.Value,
        _ => null,
    };
}
