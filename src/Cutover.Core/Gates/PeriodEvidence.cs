using System.Globalization;
using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Core.Gates;

/// <summary>
/// One value of each stack for a period, such as CloudWatch's p99 of a minute: the periods are pairs, and in as many the target lies above
/// factor · source + allowance as below at worst. A sign test, which a dozen periods must agree for before it can fail a gate.
/// </summary>
/// <param name="Test">Of the even split.</param>
/// <param name="Scales">By what factor the target's values are the source's.</param>
/// <param name="Goal">What the target must keep.</param>
/// <param name="Periods">How many periods were compared.</param>
/// <param name="Latest">The latest of them: true where the target was worse than the bound.</param>
public sealed record PeriodEvidence(SequentialRateTest Test, ScaleSequence Scales, RelativeObjective Goal, int Periods, bool? Latest)
    : Evidence(Test)
{
    /// <summary>How many periods in a row, all worse from the first, fail a gate.</summary>
    public static int Fewest { get; } = Enumerable.Range(1, 100).First(count =>
        new SequentialRateTest(1).With(new Tally(count, 1), new Tally(0, 1)).PValue <= RelativeJudge.Alpha);

    public override Interval Ratio => Scales.Of(Confidence);

    public override string? Blindness => Latest switch
    {
        null => "no period yet in which both stacks have a value",
        true => "the latest period is worse than the objective allows",
        _ => null,
    };

    public override string? Reach => Periods >= Fewest
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{Periods} of the {Fewest} periods that can fail the gate");

    public static PeriodEvidence For(RelativeObjective goal) => new(new SequentialRateTest(1), ScaleSequence.Empty, goal, 0, null);

    protected override Evidence Taking(Stretch stretch)
    {
        var period = (PeriodStretch)stretch;
        var isWorse = period.Target > Goal.Bound(period.Source);
        return this with
        {
            Test = Test.With(new Tally(isWorse ? 1 : 0, 1), new Tally(isWorse ? 0 : 1, 1)),
            Scales = Scales.With(factor => period.Target > factor * period.Source ? new(1, 0) : new(0, 1)),
            Periods = Periods + 1,
            Latest = isWorse,
            TargetSamples = TargetSamples + period.TargetSamples,
            SourceSamples = SourceSamples + period.SourceSamples,
        };
    }
}
