using System.Collections.Immutable;

namespace Cutover.Core.Statistics;

/// <summary>
/// A confidence sequence for the factor by which the target's values are the source's, from pairs: for each factor on a grid from ¼ to 16,
/// pairs are counted in which the target, divided by it, is worse only, and in which the source is. The factors are kept whose counts an
/// even split explains (<see cref="EvenSplitTest"/>), which is the sequential sign test by betting: S. Shekhar and A. Ramdas,
/// "Nonparametric Two-Sample Testing by Betting", IEEE Transactions on Information Theory 70 (2023).
/// </summary>
public sealed class ScaleSequence
{
    private static readonly ImmutableArray<double> Grid = [.. Enumerable.Range(-56, 169).Select(k => Math.Pow(2, k / 28.0))];

    private readonly ImmutableArray<Discordance> _counts;

    private ScaleSequence(ImmutableArray<Discordance> counts) => _counts = counts;

    public static ScaleSequence Empty { get; } = new([.. Grid.Select(_ => default(Discordance))]);

    /// <param name="count">Of one block of pairs, for a factor.</param>
    public ScaleSequence With(Func<double, Discordance> count) => new([.. Grid.Select((factor, k) => _counts[k] + count(factor))]);

    /// <summary>The factors that are not rejected; from 0 or to infinity where the grid does not hold the end.</summary>
    /// <param name="confidence">Between 0 and 1, for example 0.95.</param>
    public Interval Of(double confidence)
    {
        var limit = -Math.Log(1 - confidence);
        var kept = Enumerable.Range(0, Grid.Length)
            .Where(k => EvenSplitTest.LogEvidence(_counts[k].OnTarget, _counts[k].OnSource, 0.5) < limit)
            .ToList();
        return kept.Count == 0 ? new(double.NaN, double.NaN)
            : new(kept[0] == 0 ? 0 : Grid[kept[0]], kept[^1] == Grid.Length - 1 ? double.PositiveInfinity : Grid[kept[^1]]);
    }
}
