using System.Globalization;
using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Core.Gates;

/// <summary>Events with their exposures: failed handshakes of all, drops of connections held, errors of requests.</summary>
/// <param name="Test">Of the objective.</param>
/// <param name="Fresh">The test before any data, for what it could see.</param>
/// <param name="Ratios">Of the two rates.</param>
/// <param name="Target">All of the target.</param>
/// <param name="Source">All of the source.</param>
/// <param name="Unit">Of the gate.</param>
/// <param name="AreTrials">Both stacks are tried equally often, so that the numbers of trials themselves can be wrong.</param>
public sealed record CountEvidence(
    SequentialRateTest Test,
    SequentialRateTest Fresh,
    RateRatioSequence Ratios,
    Tally Target,
    Tally Source,
    ObjectiveUnit Unit,
    bool AreTrials) : Evidence(Test)
{
    // Looks for splits near the even one: a rhythm that slips is wrong by a few percent.
    private const double Concentration = 50;

    public override Interval Ratio => Ratios.Of(Confidence);

    public override string? Blindness => Detectable is not null ? null
        : Source.Events > Source.Exposure / 2 ? "the source itself fails so often that the target could not fail the gate"
        : $"too few {(AreTrials ? "handshakes" : "samples")} yet for any difference to fail the gate";

    public override string? Mistrust => AreTrials
        && EvenSplitTest.LogEvidence((long)Target.Exposure, (long)Source.Exposure, Concentration) >= -Math.Log(RelativeJudge.Alpha)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the stacks were not tried equally often ({Target.Exposure:N0} and {Source.Exposure:N0} handshakes ended), "
                    + $"so the comparison is not to be trusted")
            : null;

    public override string? Reach => Detectable is { } rate ? $"{Unit.Format(Shown(rate))} or more would have failed by now" : null;

    /// <summary>The least rate of the target over all this time that would have failed the gate; null when none would.</summary>
    private double? Detectable
    {
        get
        {
            var most = AreTrials || Unit == ObjectiveUnit.Percent ? (long)Target.Exposure : 10_000;
            if (Target.Exposure <= 0 || Source.Exposure <= 0 || !Rejects(most))
            {
                return null;
            }

            var (low, high) = (0L, most);
            while (high - low > 1)
            {
                var middle = (low + high) / 2;
                (low, high) = Rejects(middle) ? (low, middle) : (middle, high);
            }

            return high / Target.Exposure;
        }
    }

    /// <param name="gate">A gate with a relative objective on something counted.</param>
    public static new CountEvidence For(Gate gate)
    {
        var goal = (RelativeObjective)gate.Goal;
        var unit = goal.Unit == ObjectiveUnit.Percent ? 100 : 1;
        // Of successes the failures are counted: s ≥ f·s' − a is 1 − s ≤ f·(1 − s') + (1 − f) + a.
        var allowance = (goal.Allowance / unit) + (goal.Comparison.WantsMore() ? 1 - goal.Factor : 0);
        var test = new SequentialRateTest(goal.Factor, Math.Max(0, allowance));
        var areTrials = gate.Source is WebSocketProbe { Measure: ProbeMeasure.HandshakeFailure or ProbeMeasure.HandshakeSuccess };
        return new(test, test, RateRatioSequence.Empty, default, default, goal.Unit, areTrials);
    }

    protected override Evidence Taking(Stretch stretch)
    {
        var counted = (CountedStretch)stretch;
        return this with
        {
            Test = Test.With(counted.Target, counted.Source),
            Ratios = Ratios.With(counted.Target, counted.Source),
            Target = Target + counted.Target,
            Source = Source + counted.Source,
            TargetSamples = TargetSamples + (long)counted.Target.Exposure,
            SourceSamples = SourceSamples + (long)counted.Source.Exposure,
        };
    }

    private bool Rejects(long events) => Fresh.With(Target with { Events = events }, Source).PValue <= RelativeJudge.Alpha;

    private double Shown(double rate) => Unit == ObjectiveUnit.Percent ? 100 * rate : rate;
}
