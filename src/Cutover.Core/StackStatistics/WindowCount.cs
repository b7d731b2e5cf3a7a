namespace Cutover.Core.StackStatistics;

/// <summary>What one instance counted over a stretch of time. Between two looks their difference is spread evenly.</summary>
/// <param name="Covered">The part of the stretch that its looks cover.</param>
public sealed record WindowCount(
    TimeSpan Covered,
    double NewConnections,
    double UpgradesBegun,
    double Upgrades,
    double ConnectionErrors,
    double Responses5xx,
    double Ended,
    double ResidentMinutes)
{
    /// <summary>Null when fewer than two looks saw the instance in that time.</summary>
    public static WindowCount? Of(InstanceHistory history, DateTimeOffset from, DateTimeOffset to)
    {
        var points = history.Points;
        if (points.Length < 2 || points[^1].At <= from || points[0].At >= to)
        {
            return null;
        }

        var begin = from > points[0].At ? from : points[0].At;
        var end = to < points[^1].At ? to : points[^1].At;
        double Count(Func<InstancePoint, double> total) => At(history, end, total) - At(history, begin, total);
        return new WindowCount(
            end - begin,
            Count(point => point.Totals.NewConnections),
            Count(point => point.Totals.UpgradesBegun),
            Count(point => point.Totals.Upgrades),
            Count(point => point.Totals.ConnectionErrors),
            Count(point => point.Totals.Responses5xx),
            Count(point => point.Ended),
            Count(point => point.ResidentMinutes));
    }

    private static double At(InstanceHistory history, DateTimeOffset at, Func<InstancePoint, double> total)
    {
        var next = history.Points.First(point => point.At >= at);
        if (next.At == at)
        {
            return total(next);
        }

        var before = history.Points.Last(point => point.At < at);
        return total(before) + ((total(next) - total(before)) * ((at - before.At) / (next.At - before.At)));
    }
}
