using System.Collections.Immutable;
using Cutover.Core.Gates;

namespace Cutover.Core.Backtests;

/// <summary>What CloudWatch knows of one stack's series over a long time.</summary>
/// <param name="Values">Oldest first.</param>
/// <param name="Evidence">Oldest first; empty where there is none.</param>
public sealed record SeriesHistory(ImmutableArray<DataPoint> Values, ImmutableArray<DataPoint> Evidence)
{
    /// <summary>The points of periods that begin in the time given.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    public SeriesHistory Between(DateTimeOffset from, DateTimeOffset to) => new(Cut(Values, from, to), Cut(Evidence, from, to));

    // A backtest of two weeks cuts a hundred thousand times.
    private static ImmutableArray<DataPoint> Cut(ImmutableArray<DataPoint> points, DateTimeOffset from, DateTimeOffset to)
    {
        var (first, end) = (FirstAt(points, from), FirstAt(points, to));
        return points[first..Math.Max(first, end)];
    }

    private static int FirstAt(ImmutableArray<DataPoint> points, DateTimeOffset at)
    {
        var (low, high) = (0, points.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = points[middle].Start < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
