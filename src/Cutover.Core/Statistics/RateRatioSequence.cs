using System.Collections.Immutable;

namespace Cutover.Core.Statistics;

/// <summary>
/// A confidence sequence for the ratio of two rates, target to source, that may be looked at after every block: with at least the stated
/// confidence the true ratio, if it is constant, lies in it at all times together. It holds the ratios that the two-sided test by event
/// split does not reject (for the split and its papers see <see cref="SequentialRateTest"/>): ρ0 is out once
/// Σ π(ρ)·L(ρ)/L(ρ0) ≥ 1/(1 − confidence), with L the likelihood of the split and π the mixture of Jeffreys, in ln ρ the density of
/// 1/cosh(½ ln ρ), on a grid from 1/1000 to 1000.
/// </summary>
public sealed class RateRatioSequence
{
    private const int Side = 142;
    private static readonly double Step = Math.Log(1000) / Side;
    private static readonly ImmutableArray<double> Grid = [.. Enumerable.Range(-Side, (2 * Side) + 1).Select(k => k * Step)];
    private static readonly ImmutableArray<double> LogWeights = Weights();

    private readonly ImmutableArray<double> _likelihood;

    private RateRatioSequence(ImmutableArray<double> likelihood) => _likelihood = likelihood;

    public static RateRatioSequence Empty { get; } = new([.. Grid.Select(_ => 0.0)]);

    /// <summary>The sequence after one more block. A block without events, or without exposure of both, says nothing.</summary>
    public RateRatioSequence With(Tally target, Tally source)
    {
        if (target.Events + source.Events == 0 || target.Exposure <= 0 || source.Exposure <= 0)
        {
            return this;
        }

        var exposures = Math.Log(target.Exposure / source.Exposure);
        return new([.. Grid.Select((ratio, k) =>
            _likelihood[k] + (target.Events * LogShare(ratio + exposures)) + (source.Events * LogShare(-ratio - exposures)))]);
    }

    /// <summary>The ratios that are not rejected: from 0 without an event on the target, to infinity without one on the source.</summary>
    /// <param name="confidence">Between 0 and 1, for example 0.95.</param>
    public Interval Of(double confidence)
    {
        var mixture = LogSum.Of(Grid.Select((_, k) => LogWeights[k] + _likelihood[k]).ToArray());
        var limit = -Math.Log(1 - confidence);
        var kept = Enumerable.Range(0, Grid.Length).Where(k => mixture - _likelihood[k] < limit).ToList();
        // The likelihood's own peak is always kept: the mixture is never above it.
        var (low, high) = (kept[0], kept[^1]);
        return new(low == 0 ? 0 : Math.Exp(Grid[low]), high == Grid.Length - 1 ? double.PositiveInfinity : Math.Exp(Grid[high]));
    }

    // ln of the share e^x/(1 + e^x).
    private static double LogShare(double x) => x > 0 ? -Math.Log(1 + Math.Exp(-x)) : x - Math.Log(1 + Math.Exp(x));

    private static ImmutableArray<double> Weights()
    {
        double[] raw = [.. Grid.Select(x => -Math.Log(Math.Cosh(x / 2)))];
        var whole = LogSum.Of(raw);
        return [.. raw.Select(log => log - whole)];
    }
}
