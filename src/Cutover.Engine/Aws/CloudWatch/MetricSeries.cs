using System.Collections.Immutable;

namespace Cutover.Engine.Aws.CloudWatch;

/// <summary>The result of one query, of all pages together.</summary>
/// <param name="Status">That of the last page the query was in.</param>
/// <param name="Points">Oldest first; a period without data has no point.</param>
public sealed record MetricSeries(
    string Id,
    string Label,
    MetricSeriesStatus Status,
    ImmutableArray<MetricPoint> Points,
    ImmutableArray<CloudWatchMessage> Messages)
{
    internal MetricSeries FollowedBy(MetricSeries next) => next with
    {
        Points = [.. Points.Concat(next.Points).OrderBy(point => point.At)],
        Messages = [.. Messages.Union(next.Messages)],
    };
}
