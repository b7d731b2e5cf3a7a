using System.Collections.Immutable;
using System.Xml.Linq;
using Cutover.Lab.CloudWatch.Expressions;
using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>GetMetricData: all series are worked out, then the page that was asked for is cut out of them.</summary>
internal sealed class GetMetricData(
    CloudWatchStore store, CloudWatchFaults faults, CloudWatchCounts counts, int pageSize, TimeProvider time)
{
    private const int MostPoints = 100_800;

    internal XElement Answer(QueryNode request)
    {
        var fingerprint = request.Fingerprint();
        var page = DataPage.Read(request, fingerprint, time.GetUtcNow());
        var descending = IsDescending(request);
        var size = PageSize(request);
        var queries = MetricQueries.Read(request);
        counts.AddMetrics(queries.Count(query => query.Stat is not null));
        var results = Results(queries, Window(request, page.AsOf), descending);
        var left = results.Sum(result => result.Points.Length) - page.Offset;
        return faults.Forbidden ? DataXml.Result(results.Select(result => result.Withheld), null)
            : faults.PartialData ? DataXml.Result(results.Select(result => result.OlderHalf(descending)), null)
            : DataXml.Result(Cut(results, page.Offset, size), left > size ? page.TokenAfter(size, fingerprint) : null);
    }

    private ImmutableArray<DataResult> Results(ImmutableArray<MetricQuery> queries, QueryWindow window, bool descending)
    {
        var evaluation = new QueryEvaluation(queries, window, stat => faults.Blind ? Series.Of(stat.Period, []) : store.Read(stat, window));
        return [.. evaluation.Answer().Select(found => new DataResult(
            found.Query.Id,
            found.Line.Label,
            [.. descending ? found.Line.Series.Points.Reverse() : found.Line.Series.Points],
            DataResult.Complete))];
    }

    /// <summary>Every series is named on every page; it is complete on the page that holds its last point and on those after it.</summary>
    private static IEnumerable<DataResult> Cut(ImmutableArray<DataResult> results, int skip, int take)
    {
        foreach (var result in results)
        {
            var length = result.Points.Length;
            var points = result.Points.Skip(skip).Take(take).ToImmutableArray();
            yield return result with { Points = points, Status = skip + take >= length ? DataResult.Complete : DataResult.Partial };
            (skip, take) = (Math.Max(0, skip - length), take - points.Length);
        }
    }

    private static QueryWindow Window(QueryNode request, DateTimeOffset asOf)
    {
        var (start, end) = (request.RequiredTime("StartTime"), request.RequiredTime("EndTime"));
        return start < end
            ? new(start, end, asOf)
            : throw new RefusedException(CloudWatchError.Validation("The parameter StartTime must be less than the parameter EndTime."));
    }

    private static bool IsDescending(QueryNode request) => request.Text("ScanBy") switch
    {
        null or "TimestampDescending" => true,
        "TimestampAscending" => false,
        _ => throw new RefusedException(CloudWatchError.Validation(
            "The parameter ScanBy must be TimestampDescending or TimestampAscending.")),
    };

    private int PageSize(QueryNode request)
    {
        var size = request.Integer("MaxDatapoints") ?? pageSize;
        return size is >= 1 and <= MostPoints
            ? size
            : throw new RefusedException(CloudWatchError.Validation($"The parameter MaxDatapoints must be 1 to {MostPoints}."));
    }
}
