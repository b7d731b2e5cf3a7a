using System.Collections.Immutable;

namespace Cutover.Core.Statistics;

/// <summary>
/// An always-valid test of "the target's rate of events is at most factor · the source's rate + allowance, at every time". It may be
/// looked at after every block of data for as long as one likes: the probability that its p-value ever falls to α while that holds is at
/// most α.
/// <para>
/// Of the events of a block, with exposures n of both stacks, the share θ0 = f·nt/(f·nt + ns) would fall on the target at the margin f,
/// and θ1 = ρ·nt/(ρ·nt + ns) at a rate ratio ρ above it. The block's factor
/// (θ1/θ0)^kt · ((1−θ1)/(1−θ0))^ks · exp(−allowance·nt·(θ1/θ0 − 1)) has an expectation of at most 1 under the hypothesis, for independent
/// trials of whatever chance as for Poisson counts, since E = ∏(1 + p·x) ≤ exp(Σ p·x); no rate needs to be known, and rates may change
/// with time. Products of such factors are test supermartingales; by Ville's inequality p = 1 / the largest value so far (J. Ville, 1939).
/// M. Lindon and A. Malek, "Anytime-Valid Inference for Multinomial Count Data", NeurIPS 2022, split events between arms in this way;
/// S. R. Howard, A. Ramdas, J. McAuliffe and J. Sekhon, "Time-uniform, nonparametric, nonasymptotic confidence sequences", Annals of
/// Statistics 49 (2021), give the theory.
/// </para>
/// <para>
/// It is a mixture over ratios ρ/f on a grid, each alike, and over the block from which on the target is worse: the j-th start has the
/// weight 1/(j(j + 1)), so that what goes wrong after hours of health is seen soon, without a reset that would cost validity (J. Shin,
/// A. Ramdas and A. Rinaldo, "E-detectors", New England Journal of Statistics in Data Science, 2023). A start follows a block with events:
/// others would only repeat the start before.
/// </para>
/// </summary>
public sealed class SequentialRateTest
{
    private const double Step = 1.1;
    private const int Ratios = 72;

    // Logarithms of ρ/f, from 1.1 to about 950.
    private static readonly ImmutableArray<double> Excess = [.. Enumerable.Range(1, Ratios).Select(k => k * Math.Log(Step))];

    private readonly double _factor;
    private readonly double _allowance;
    private readonly ImmutableArray<double> _started;
    private readonly int _starts;
    private readonly bool _startsNext;
    private readonly double _peak;

    /// <param name="factor">Above 0: the most that the target's rate may be, in rates of the source.</param>
    /// <param name="allowance">At least 0: events per exposure that are let go besides.</param>
    public SequentialRateTest(double factor, double allowance = 0)
        : this(factor, allowance, [.. Enumerable.Repeat(double.NegativeInfinity, Ratios)], 0, startsNext: true, 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        ArgumentOutOfRangeException.ThrowIfNegative(allowance);
    }

    private SequentialRateTest(
        double factor, double allowance, ImmutableArray<double> started, int starts, bool startsNext, double peak)
    {
        (_factor, _allowance, _started, _starts, _startsNext, _peak) = (factor, allowance, started, starts, startsNext, peak);
        LogEvidence = LogSum.Of(LogSum.Of(started.AsSpan()) - Math.Log(Ratios), -Math.Log(starts + 1));
    }

    /// <summary>Logarithm of the evidence against the hypothesis at this moment; 0 at the beginning.</summary>
    public double LogEvidence { get; }

    /// <summary>Always valid, 0 to 1: it never rises again.</summary>
    public double PValue => Math.Exp(-_peak);

    /// <summary>The test after one more block. A block in which one of them had no exposure says nothing.</summary>
    public SequentialRateTest With(Tally target, Tally source)
    {
        var happened = target.Events + source.Events > 0;
        if (target.Exposure <= 0 || source.Exposure <= 0 || (!happened && _allowance == 0))
        {
            return this;
        }

        var starts = _starts + (_startsNext ? 1 : 0);
        var weight = _startsNext ? -Math.Log(starts) - Math.Log(starts + 1) : double.NegativeInfinity;
        var started = new double[Ratios];
        for (var k = 0; k < Ratios; k++)
        {
            started[k] = LogSum.Of(_started[k], weight) + LogFactor(Excess[k], target, source);
        }

        var next = new SequentialRateTest(_factor, _allowance, [.. started], starts, happened, _peak);
        return next.LogEvidence > _peak
            ? new SequentialRateTest(_factor, _allowance, next._started, starts, happened, next.LogEvidence)
            : next;
    }

    // With q = nt/ns: θ1/θ0 = e^x (f·q + 1)/(ρ·q + 1) and (1−θ1)/(1−θ0) = (f·q + 1)/(ρ·q + 1), where ρ = f·e^x.
    private double LogFactor(double excess, Tally target, Tally source)
    {
        var margin = _factor * target.Exposure / source.Exposure;
        var onSource = -Math.Log(1 + (margin * (Math.Exp(excess) - 1) / (margin + 1)));
        var onTarget = excess + onSource;
        return (target.Events * onTarget) + (source.Events * onSource)
            - (_allowance == 0 ? 0 : _allowance * target.Exposure * (Math.Exp(onTarget) - 1));
    }
}
