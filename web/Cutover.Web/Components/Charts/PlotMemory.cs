using System.Collections.Immutable;

namespace Cutover.Web.Components.Charts;

/// <summary>Remembers what a browser has of a plot, so that only what is new travels.</summary>
public sealed class PlotMemory
{
    private readonly Dictionary<string, (DateTimeOffset Last, int Count)> sent = [];

    /// <summary>What to send; null when the browser has it all.</summary>
    public PlotUpdate Take(PlotModel model)
    {
        var whole = sent.Count == 0 || model.Series.Any(IsAnother);
        var lines = model.Series.Select(line => Fresh(line, whole)).ToList();
        sent.Clear();
        foreach (var line in model.Series)
        {
            sent[line.Name] = (line.Points.IsEmpty ? DateTimeOffset.MinValue : line.Points[^1].At, line.Points.Length);
        }

        return new PlotUpdate(
            whole,
            [Seconds(model.Frame.From), Seconds(model.Frame.To), model.Frame.Low, model.Frame.High],
            model.Limit,
            model.IsMoreBetter,
            [.. model.Series.Select(line => new[] { line.Name, line.Look })],
            [.. lines.Select(points => points.Select(point => Seconds(point.At)).ToArray())],
            [.. lines.Select(points => points.Select(point => point.Value).ToArray())]);
    }

    private static double Seconds(DateTimeOffset at) => Math.Round((at - DateTimeOffset.UnixEpoch).TotalSeconds, 3);

    // Points may go at the left and come at the right. One that comes in between was stored late: the line is sent anew.
    private bool IsAnother(PlotSeries line)
    {
        if (!sent.TryGetValue(line.Name, out var before))
        {
            return true;
        }

        var known = line.Points.Count(point => point.At <= before.Last);
        return known > before.Count;
    }

    private IEnumerable<ChartPoint> Fresh(PlotSeries line, bool whole) =>
        whole ? line.Points : line.Points.Where(point => point.At > sent[line.Name].Last).ToList();
}
