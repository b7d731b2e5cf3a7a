using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Cutover.Web.Components.Charts;

/// <summary>A line that is drawn only where there is something to draw.</summary>
public static class ChartLine
{
    /// <summary>
    /// The path of a line. It breaks at every point without a value, and where two points are further apart than the gap.
    /// </summary>
    /// <param name="stepped">The value stays what it was until it changes at once, as weights do.</param>
    public static string Path(ChartFrame frame, ImmutableArray<ChartPoint> points, TimeSpan gap, bool stepped = false)
    {
        var path = new StringBuilder();
        ChartPoint? before = null;
        foreach (var point in points.Where(point => point.At >= frame.From))
        {
            if (point.Value is { } value)
            {
                var joins = before is { Value: not null } last && point.At - last.At <= gap;
                path.Append(joins && stepped ? string.Create(CultureInfo.InvariantCulture, $"H{frame.X(point.At):0.#}") : string.Empty);
                path.Append(joins ? 'L' : 'M').Append(Coordinates(frame, point.At, value));
                // A stroke of no length with round ends is a dot: a lone value is seen as one.
                path.Append(joins ? string.Empty : "h0");
            }

            before = point;
        }

        return path.ToString();
    }

    /// <summary>Where nothing is known, between the first point and the last.</summary>
    public static ImmutableArray<ChartSpan> Gaps(ImmutableArray<ChartPoint> points, TimeSpan gap)
    {
        var known = points.Where(point => point.Value is not null).ToList();
        if (known.Count == 0)
        {
            return points.Length < 2 ? [] : [new ChartSpan(points[0].At, points[^1].At)];
        }

        var edges = known.Select(point => point.At).Append(points[^1].At).ToList();
        return [.. Enumerable.Range(1, edges.Count - 1)
            .Where(i => IsGap(points, edges[i - 1], edges[i], gap))
            .Select(i => new ChartSpan(edges[i - 1], edges[i]))];
    }

    /// <summary>A distance that is no longer the usual rhythm: three times the median, and 3 s at least.</summary>
    public static TimeSpan UsualGap(ImmutableArray<ChartPoint> points)
    {
        var distances = points.Zip(points.Skip(1), (a, b) => b.At - a.At).Order().ToList();
        var usual = distances.Count == 0 ? TimeSpan.Zero : 3 * distances[distances.Count / 2];
        return usual > TimeSpan.FromSeconds(3) ? usual : TimeSpan.FromSeconds(3);
    }

    /// <summary>The same with a gap wherever two points are further apart than is usual.</summary>
    public static ImmutableArray<ChartPoint> Broken(ImmutableArray<ChartPoint> points, TimeSpan gap)
    {
        var broken = ImmutableArray.CreateBuilder<ChartPoint>(points.Length);
        foreach (var point in points)
        {
            if (broken.Count > 0 && point.At - broken[^1].At > gap)
            {
                broken.Add(new ChartPoint(broken[^1].At.AddMilliseconds(1), null));
            }

            broken.Add(point);
        }

        return broken.ToImmutable();
    }

    /// <summary>
    /// At most so many points. Of each stretch of time stay its lowest, its highest and its last value, and a gap if there is one, so
    /// that nothing that sticks out is lost.
    /// </summary>
    public static ImmutableArray<ChartPoint> Extremes(ImmutableArray<ChartPoint> points, int most)
    {
        if (points.Length <= most)
        {
            return points;
        }

        var width = (points[^1].At - points[0].At) / Math.Max(1, (most / 4) - 1);
        return [.. points.GroupBy(point => (long)((point.At - points[0].At) / width)).SelectMany(Telling)];
    }

    private static IEnumerable<ChartPoint> Telling(IEnumerable<ChartPoint> stretch)
    {
        var known = stretch.Where(point => point.Value is not null).ToList();
        var telling = stretch.Where(point => point.Value is null).Take(1);
        ChartPoint[] shown = known.Count == 0 ? [] : [known.MinBy(point => point.Value), known.MaxBy(point => point.Value), known[^1]];
        return telling.Concat(shown).Distinct().OrderBy(point => point.At);
    }

    private static bool IsGap(ImmutableArray<ChartPoint> points, DateTimeOffset from, DateTimeOffset to, TimeSpan gap) =>
        to - from > gap || points.Any(point => point.Value is null && point.At > from && point.At < to);

    private static string Coordinates(ChartFrame frame, DateTimeOffset at, double value) =>
        string.Create(CultureInfo.InvariantCulture, $"{frame.X(at):0.#} {frame.Y(value):0.#}");
}
