using System.Collections.Immutable;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Gates;

/// <summary>What a gate has measured: as much of it as its judgement needs.</summary>
/// <param name="Target">The latest measurements of the target, or of both stacks where the gate knows none, oldest first.</param>
/// <param name="Source">The latest of the source; none where the gate knows no stacks.</param>
public sealed record GateReadings(ImmutableArray<Measurement> Target, ImmutableArray<Measurement> Source)
{
    public static GateReadings None { get; } = new([], []);

    /// <param name="gate">The gate that was measured.</param>
    /// <param name="target">Of the target.</param>
    /// <param name="source">Null for a gate that knows no stacks.</param>
    public GateReadings With(Gate gate, Measurement target, Measurement? source) => this with
    {
        Target = Lay(gate, Target, target),
        Source = source is null ? [] : Lay(gate, Source, source),
    };

    // The same window measured again (CloudWatch had nothing newer) takes the place of the earlier reading: it is no further evidence.
    private static ImmutableArray<Measurement> Lay(Gate gate, ImmutableArray<Measurement> measurements, Measurement newest)
    {
        var kept = !measurements.IsEmpty && measurements[^1].To == newest.To
            ? measurements.RemoveAt(measurements.Length - 1)
            : measurements;
        var laid = kept.Add(newest);
        return laid.Length > gate.Breach.Of ? laid.RemoveAt(0) : laid;
    }
}
