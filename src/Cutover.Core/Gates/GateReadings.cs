using System.Collections.Immutable;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Gates;

/// <summary>What a gate has measured: as much of it as its judgement needs.</summary>
/// <param name="Target">The latest measurements of the target, or of both stacks where the gate knows none, oldest first.</param>
/// <param name="Source">The latest of the source; none where the gate knows no stacks.</param>
/// <param name="Evidence">What was compared of both; null where nothing is.</param>
public sealed record GateReadings(ImmutableArray<Measurement> Target, ImmutableArray<Measurement> Source, Evidence? Evidence = null)
{
    /// <summary>What was counted of both for a burn; null for any other goal.</summary>
    public BurnEvidence? Burn { get; init; }

    public static GateReadings None { get; } = new([], []);

    /// <param name="gate">The gate that was measured.</param>
    /// <param name="target">Of the target.</param>
    /// <param name="source">Null for a gate that knows no stacks.</param>
    /// <param name="stretches">For a relative gate what both showed since the readings before, oldest first.</param>
    public GateReadings With(Gate gate, Measurement target, Measurement? source, params ImmutableArray<Stretch> stretches) => new(
        Lay(gate, Target, target),
        source is null ? [] : Lay(gate, Source, source),
        gate.Goal is RelativeObjective ? stretches.Aggregate(Evidence ?? Gates.Evidence.For(gate), (all, one) => all.With(one)) : null)
    {
        Burn = gate.Goal is BurnObjective
            ? (Burn ?? BurnEvidence.None).With(StackRole.Target, target).With(StackRole.Source, source)
            : null,
    };

    // The same window measured again (CloudWatch had nothing newer) takes the place of the earlier reading: it is no further evidence.
    private static ImmutableArray<Measurement> Lay(Gate gate, ImmutableArray<Measurement> measurements, Measurement newest)
    {
        var kept = !measurements.IsEmpty && measurements[^1].To == newest.To
            ? measurements.RemoveAt(measurements.Length - 1)
            : measurements;
        var laid = kept.Add(newest);
        return laid.Length > (gate.Goal is Objective ? gate.Breach.Of : 1) ? laid.RemoveAt(0) : laid;
    }
}
