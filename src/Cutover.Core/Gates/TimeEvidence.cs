using System.Globalization;
using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Core.Gates;

/// <summary>
/// Single times. The limit u is the source's own percentile of the newest times before the stretch; the target exceeds
/// factor · u + allowance no more often than the source exceeds u, unless it is slower than the objective allows at that percentile. Times
/// make pairs, one of each stack of the same second, and the discordant ones are split evenly at worst: an exact test, whatever the
/// distributions.
/// </summary>
/// <param name="Test">Of the even split.</param>
/// <param name="Scales">By what factor the target is slower.</param>
/// <param name="Percentile">Of the source.</param>
/// <param name="Goal">What the target must keep.</param>
public sealed record TimeEvidence(SequentialRateTest Test, ScaleSequence Scales, RunningQuantile Percentile, RelativeObjective Goal)
    : Evidence(Test)
{
    public override Interval Ratio => Scales.Of(Confidence);

    public override string? Blindness => Percentile.Value is not null
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"the source's own percentile is still being learnt ({Percentile.Count} of {Percentile.Needed} samples)");

    public static TimeEvidence For(RelativeObjective goal, double rank) =>
        new(new SequentialRateTest(1), ScaleSequence.Empty, new RunningQuantile(rank), goal);

    protected override Evidence Taking(Stretch stretch)
    {
        var timed = (TimedStretch)stretch;
        var seen = this with
        {
            Percentile = Percentile.With(timed.Source),
            TargetSamples = TargetSamples + timed.Target.Length,
            SourceSamples = SourceSamples + timed.Source.Length,
        };
        if (Percentile.Value is not { } limit)
        {
            return seen;
        }

        var worse = Pairs.Above(timed.Target, Goal.Bound(limit), timed.Source, limit);
        return seen with
        {
            Test = Test.With(new Tally(worse.OnTarget, 1), new Tally(worse.OnSource, 1)),
            Scales = Scales.With(factor => Pairs.Above(timed.Target, factor * limit, timed.Source, limit)),
        };
    }
}
