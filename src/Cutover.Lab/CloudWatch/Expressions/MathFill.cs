using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>FILL: gives a value to every begun period of the window that has none.</summary>
internal static class MathFill
{
    internal static Series WithValue(Series series, QueryWindow window, Func<DateTimeOffset, double?> filler) =>
        Series.Of(series.Period, window.Periods(series.Period).Select(at =>
            KeyValuePair.Create(at, series.Points.TryGetValue(at, out var own) ? own : filler(at) ?? double.NaN)));

    /// <summary>Repeats the last value; periods before the first one stay empty.</summary>
    internal static Series Repeat(Series series, QueryWindow window)
    {
        var last = double.NaN;
        return Series.Of(series.Period, window.Periods(series.Period).Select(at =>
            KeyValuePair.Create(at, last = series.Points.TryGetValue(at, out var own) ? own : last)).ToList());
    }

    /// <summary>A straight line between the neighbours; periods that lack one stay empty.</summary>
    internal static Series Linear(Series series, QueryWindow window) => WithValue(series, window, at => Between(series, at));

    private static double? Between(Series series, DateTimeOffset at)
    {
        var before = series.Points.Where(point => point.Key < at).ToList();
        var after = series.Points.Where(point => point.Key > at).ToList();
        if (before.Count == 0 || after.Count == 0)
        {
            return null;
        }

        var (from, to) = (before[^1], after[0]);
        return from.Value + ((to.Value - from.Value) * ((at - from.Key) / (to.Key - from.Key)));
    }
}
