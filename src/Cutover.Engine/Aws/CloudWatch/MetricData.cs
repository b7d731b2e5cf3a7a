using System.Collections.Immutable;

namespace Cutover.Engine.Aws.CloudWatch;

/// <summary>What GetMetricData knew.</summary>
/// <param name="Series">By query id. An expression over several metrics may give several series under one id; they differ by label.</param>
/// <param name="Messages">Remarks about the request as a whole.</param>
public sealed record MetricData(ImmutableArray<MetricSeries> Series, ImmutableArray<CloudWatchMessage> Messages)
{
    internal static MetricData None { get; } = new([], []);

    internal MetricData FollowedBy(MetricData next)
    {
        var known = Series.Select(series => next.Like(series) is { } more ? series.FollowedBy(more) : series);
        var added = next.Series.Where(series => Like(series) is null);
        return new([.. known, .. added], [.. Messages.Union(next.Messages)]);
    }

    private MetricSeries? Like(MetricSeries other) => Series.FirstOrDefault(series => series.Id == other.Id && series.Label == other.Label);
}
