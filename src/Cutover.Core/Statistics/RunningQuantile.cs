using System.Collections.Immutable;

namespace Cutover.Core.Statistics;

/// <summary>A quantile of the newest values of one stack, by nearest rank; it knows only what came before it is asked.</summary>
public sealed class RunningQuantile
{
    private const int Kept = 3_000;

    private readonly ImmutableArray<double> _newest;

    /// <param name="rank">Between 0 and 1, for example 0.99.</param>
    public RunningQuantile(double rank)
        : this(rank, [])
    {
    }

    private RunningQuantile(double rank, ImmutableArray<double> newest) => (Rank, _newest) = (rank, newest);

    public double Rank { get; }

    /// <summary>How many values there are.</summary>
    public int Count => _newest.Length;

    /// <summary>How many it needs before it means something: three beyond the quantile on its thinner side, 50 at least.</summary>
    public int Needed => Math.Max(50, (int)Math.Ceiling(3 / Math.Min(Rank, 1 - Rank)));

    /// <summary>Null until there are enough values.</summary>
    public double? Value => Count < Needed ? null : _newest.Sort()[(int)Math.Ceiling(Rank * Count) - 1];

    public RunningQuantile With(ImmutableArray<double> values) =>
        new(Rank, [.. _newest.Skip(_newest.Length + values.Length - Kept).Concat(values).TakeLast(Kept)]);
}
