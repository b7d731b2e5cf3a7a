using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Gates;

/// <summary>
/// Judges a gate with an absolute objective on one stack. A value that misses the objective is a miss; the gate fails when the playbook's
/// M of the last N measurements are misses. A pass needs a fresh value with enough samples that meets the objective; nothing else is one.
/// </summary>
public static class ObjectiveJudge
{
    /// <param name="gate">The gate.</param>
    /// <param name="stack">The stack's name, for the words.</param>
    /// <param name="measurements">The latest measurements, oldest first; at least one.</param>
    /// <param name="now">When the verdict is given; the age of the data is taken against it.</param>
    public static StackVerdict Judge(Gate gate, string stack, ImmutableArray<Measurement> measurements, DateTimeOffset now)
    {
        var latest = measurements[^1];
        var misses = measurements.TakeLast(gate.Breach.Of).Count(measurement => IsMiss(gate, measurement));
        var (verdict, arithmetic) = misses >= gate.Breach.Breaches
            ? (
                Verdict.Failed,
                $"{Describe(gate, latest)}; {misses} of the last {gate.Breach.Of} measurements "
                    + $"missed, {gate.Breach.Breaches} fail the gate")
            : JudgeLatest(gate, latest, misses, now);
        return StackVerdict.Of(gate, stack, verdict, latest, arithmetic) with { Missed = IsMiss(gate, latest) };
    }

    private static (Verdict Verdict, string Arithmetic) JudgeLatest(Gate gate, Measurement latest, int misses, DateTimeOffset now)
    {
        if (latest is NotMeasured)
        {
            return (Verdict.Errored, Describe(gate, latest));
        }

        if (IsMiss(gate, latest))
        {
            return (Verdict.Inconclusive, $"{Describe(gate, latest)}; {misses} of {gate.Breach.Breaches} misses that fail the gate");
        }

        if (now - latest.To > gate.Freshness)
        {
            return (
                Verdict.Inconclusive,
                $"{Describe(gate, latest)}, but that data ended {Seconds(now - latest.To)} ago (limit {Seconds(gate.Freshness)})");
        }

        return latest is Measured measured && measured.Samples >= gate.MinSamples && Of(gate).IsMetBy(measured.Value)
            ? (Verdict.Passed, Describe(gate, latest))
            : (Verdict.Inconclusive, Describe(gate, latest));
    }

    private static bool IsMiss(Gate gate, Measurement measurement) => measurement switch
    {
        Measured measured =>
            measured.Samples >= gate.MinSamples && !Of(gate).IsMetBy(measured.Value) && !double.IsNaN(measured.Value),
        NoData => gate.Kind == GateKind.Probe,
        _ => false,
    };

    private static string Describe(Gate gate, Measurement measurement) => measurement switch
    {
        Measured m when double.IsNaN(m.Value) => "the value is not a number",
        Measured m when m.Samples < gate.MinSamples => $"{Value(gate, m)}, fewer samples than the {gate.MinSamples} that a verdict needs",
        Measured m => $"{Value(gate, m)} {(Of(gate).IsMetBy(m.Value) ? "meets" : "misses")} {gate.Goal}",
        Filling f => $"measuring, {Seconds(f.To - f.From)} of {Seconds(gate.Window)} seen",
        NoData n => gate.Kind == GateKind.Probe ? $"no answer, which fails a probe: {n.Why}" : $"no data: {n.Why}",
        NotMeasured e => $"could not be measured: {e.Why}",
        _ => throw new ArgumentOutOfRangeException(nameof(measurement)),
    };

    private static Objective Of(Gate gate) => (Objective)gate.Goal;

    private static string Value(Gate gate, Measured measured) =>
        string.Create(CultureInfo.InvariantCulture, $"{gate.Goal.Unit.Format(measured.Value)} (n = {measured.Samples:N0})");

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s");
}
