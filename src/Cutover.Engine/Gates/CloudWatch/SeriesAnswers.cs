using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Gates;
using Cutover.Engine.Aws.CloudWatch;

namespace Cutover.Engine.Gates.CloudWatch;

/// <summary>Takes an answer of GetMetricData apart.</summary>
internal static class SeriesAnswers
{
    public static SeriesReading Of(SeriesRequest request, int index, MetricData data)
    {
        var (value, evidence) = (request.ValueId(index), request.EvidenceId(index));
        var series = data.Series.Where(found => found.Id == value || found.Id == evidence).ToList();
        var values = series.Count(found => found.Id == value);
        return series.FirstOrDefault(found => found.Status != MetricSeriesStatus.Complete) is { } broken
                ? new SeriesUnread(Words(broken), IsRefused: false)
            : values > 1
                ? new SeriesUnread(
                    string.Create(CultureInfo.InvariantCulture, $"the expression gives {values} series, and a gate judges one"), true)
            : new SeriesRead(Points(request, series, value), Points(request, series, evidence));
    }

    private static string Words(MetricSeries series) => series.Status switch
    {
        MetricSeriesStatus.Forbidden => $"CloudWatch forbids reading {series.Label}",
        MetricSeriesStatus.PartialData => $"CloudWatch gave only part of {series.Label}",
        _ => $"CloudWatch failed on {series.Label}",
    } + string.Concat(series.Messages.Select(message => $": {message.Text}"));

    // Requests of one call may reach back differently far.
    private static ImmutableArray<DataPoint> Points(SeriesRequest request, IEnumerable<MetricSeries> series, string? id) =>
    [
        .. series
            .Where(found => found.Id == id)
            .SelectMany(found => found.Points)
            .Where(point => point.At >= request.From)
            .Select(point => new DataPoint(point.At, point.Value, 1)),
    ];
}
