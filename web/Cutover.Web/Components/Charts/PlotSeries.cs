using System.Collections.Immutable;

namespace Cutover.Web.Components.Charts;

/// <summary>One line of a plot.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Look">What it looks like: a name that plot.js and chart.css know.</param>
/// <param name="Points">Oldest first; a point without a value is a gap.</param>
public sealed record PlotSeries(string Name, string Look, ImmutableArray<ChartPoint> Points)
{
    /// <summary>The most points that are sent to a browser; more are decimated, and no extreme is lost by it.</summary>
    public const int MostPoints = 10_000;

    /// <summary>A line that is broken where points are further apart than is usual for it.</summary>
    public static PlotSeries Of(string name, string look, ImmutableArray<ChartPoint> points)
    {
        var thinned = ChartLine.Extremes(points, MostPoints);
        return new PlotSeries(name, look, ChartLine.Broken(thinned, ChartLine.UsualGap(thinned)));
    }
}
