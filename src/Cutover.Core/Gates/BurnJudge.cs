using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Core.Gates;

/// <summary>
/// Judges a gate by how fast an error budget burns. The target fails when a pair of windows burns at its factor in both, and in the long one
/// by more failures than chance explains at the SLO (<see cref="BurnTest"/>); or when the run has spent what it may. The source fails when it
/// burns at this moment, in a short window, or at least half as fast as a target that fails: what counts is whether going back would help
/// now. A pass needs a fresh window with enough samples, events enough to have failed the gate, and no pair that burns; nothing else is one.
/// </summary>
public static class BurnJudge
{
    /// <param name="gate">A gate with a burn.</param>
    /// <param name="stacks">For the words.</param>
    /// <param name="readings">What was measured and counted of both stacks.</param>
    /// <param name="now">When the verdict is given; the age of the data is taken against it.</param>
    public static GateVerdicts Judge(Gate gate, Stacks stacks, GateReadings readings, DateTimeOffset now)
    {
        var burn = readings.Burn ?? BurnEvidence.None;
        var target = new BurnLook(gate, burn.Target, readings.Target[^1], now);
        return readings.Source.IsEmpty
            ? new GateVerdicts(Verdict(target, "both stacks"), null)
            : new GateVerdicts(
                Verdict(target, stacks.Target.Name),
                Verdict(new BurnLook(gate, burn.Source, readings.Source[^1], now, target), stacks.Source.Name));
    }

    private static StackVerdict Verdict(BurnLook look, string stack)
    {
        var (verdict, why) = Of(look);
        var newest = look.Counts.Over(BurnWindows.Fast.Whole);
        return StackVerdict.Of(look.Gate, stack, verdict, look.Latest, BurnWords.Of(look) + (why is null ? string.Empty : $"; {why}")) with
        {
            Value = BurnWords.Least(look, BurnWindows.Fast),
            Samples = (long)Math.Min(newest.Events.Exposure, long.MaxValue / 2),
            Missed = look.Burning(inBoth: look.IsTarget) is not null,
        };
    }

    private static (Verdict Verdict, string? Why) Of(BurnLook look) =>
        look.IsAsBadOnly ? (Gates.Verdict.Failed, "at least half as fast as the target, so going back would not help")
        : look.Failing is not null ? (Gates.Verdict.Failed, null)
        : look.IsSpent ? (Gates.Verdict.Failed, BurnWords.Overspent(look))
        : Fault(look) is { } fault ? fault
        : look.Burning(inBoth: true) is not null ? (Gates.Verdict.Inconclusive, "too few failures yet to be more than chance")
        : look.Counts.Looks == 0 ? (Gates.Verdict.Inconclusive, null)
        : !look.CanTell ? (Gates.Verdict.Inconclusive, BurnWords.Blind(look))
        : (Gates.Verdict.Passed, null);

    private static (Verdict Verdict, string? Why)? Fault(BurnLook look) => look.Latest switch
    {
        NotMeasured e => (Gates.Verdict.Errored, $"could not be measured: {e.Why}"),
        NoData n when look.Gate.Kind == GateKind.Probe => (Gates.Verdict.Failed, $"no answer, which fails a probe: {n.Why}"),
        NoData n => (Gates.Verdict.Inconclusive, $"no data: {n.Why}"),
        Filling f => (Gates.Verdict.Inconclusive, $"measuring, {Seconds(f.To - f.From)} of {Seconds(look.Gate.Window)} seen"),
        _ when look.Now - look.Latest.To > look.Gate.Freshness => (
            Gates.Verdict.Inconclusive, $"that data ended {Seconds(look.Now - look.Latest.To)} ago (limit {Seconds(look.Gate.Freshness)})"),
        Measured m when double.IsNaN(m.Value) => (Gates.Verdict.Inconclusive, "the value is not a number"),
        Measured m when m.Samples < look.Gate.MinSamples => (
            Gates.Verdict.Inconclusive,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{m.Samples:N0} samples in the last {Seconds(look.Gate.Window)}, fewer than the {look.Gate.MinSamples} that a verdict needs")),
        _ => null,
    };

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s");
}
