using System.Globalization;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Gates;

/// <summary>
/// Judges the target against the source over the same minutes. The gate fails when the sequential test rejects that the target keeps the
/// objective, at <see cref="Alpha"/> for all looks of a run together. A pass needs fresh windows of both stacks with enough samples, data
/// that could have failed the gate, and no strong suspicion; nothing else is one.
/// </summary>
public static class RelativeJudge
{
    /// <summary>The probability, at most, that a gate ever fails in a run while the target keeps the objective.</summary>
    public const double Alpha = 0.001;

    /// <summary>Evidence of this strength is no pass any more: a healthy run ever reaches it with a probability of at most 1/20.</summary>
    public const double Suspicion = 20;

    /// <param name="gate">A gate with a relative objective.</param>
    /// <param name="stacks">For the words.</param>
    /// <param name="readings">What was measured of both stacks.</param>
    /// <param name="now">When the verdict is given; the age of the data is taken against it.</param>
    public static GateVerdicts Judge(Gate gate, Stacks stacks, GateReadings readings, DateTimeOffset now)
    {
        var evidence = readings.Evidence ?? Evidence.For(gate);
        var (target, source) = (readings.Target[^1], readings.Source[^1]);
        var fault = Fault(gate, stacks, target, source, now);
        var (verdict, why) = evidence.Mistrust is { } mistrust ? (Verdict.Inconclusive, mistrust)
            : evidence.Test.PValue <= Alpha ? (Verdict.Failed, null)
            : fault is not null ? fault.Value
            : evidence.Blindness is { } blindness ? (Verdict.Inconclusive, blindness)
            : evidence.Test.LogEvidence >= Math.Log(Suspicion) ? (Verdict.Inconclusive, "too suspicious to pass, too little to fail")
            : (Verdict.Passed, evidence.Reach);
        var words = RelativeWords.Of(gate, stacks, readings, evidence) + (why is null ? string.Empty : $"; {why}");
        return new GateVerdicts(
            StackVerdict.Of(gate, stacks.Target.Name, verdict, target, words) with { Alarm = evidence.Mistrust },
            Yardstick(gate, stacks.Source.Name, source));
    }

    private static (Verdict Verdict, string? Why)? Fault(
        Gate gate, Stacks stacks, Measurement target, Measurement source, DateTimeOffset now) =>
        Fault(gate, stacks.Target.Name, target, now) ?? Fault(gate, stacks.Source.Name, source, now);

    private static (Verdict Verdict, string? Why)? Fault(Gate gate, string stack, Measurement latest, DateTimeOffset now) => latest switch
    {
        NotMeasured e => (Verdict.Errored, $"{stack} could not be measured: {e.Why}"),
        NoData n => (Verdict.Inconclusive, $"no data of {stack}: {n.Why}"),
        Filling f => (Verdict.Inconclusive, $"measuring, {Seconds(f.To - f.From)} of {Seconds(gate.Window)} seen"),
        _ when now - latest.To > gate.Freshness => (
            Verdict.Inconclusive, $"the data of {stack} ended {Seconds(now - latest.To)} ago (limit {Seconds(gate.Freshness)})"),
        Measured m when double.IsNaN(m.Value) => (Verdict.Inconclusive, $"the value of {stack} is not a number"),
        Measured m when m.Samples < gate.MinSamples => (
            Verdict.Inconclusive, $"{stack} has fewer samples than the {gate.MinSamples} that a verdict needs"),
        _ => null,
    };

    // The source is no party here: what it does is right by definition, as long as it can be seen.
    private static StackVerdict Yardstick(Gate gate, string stack, Measurement latest)
    {
        var verdict = latest switch
        {
            NotMeasured => Verdict.Errored,
            Measured m when m.Samples >= gate.MinSamples => Verdict.Passed,
            _ => Verdict.Inconclusive,
        };
        return StackVerdict.Of(
            gate, stack, verdict, latest, $"{RelativeWords.Value(gate, latest)}, which the target is compared with");
    }

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s");
}
