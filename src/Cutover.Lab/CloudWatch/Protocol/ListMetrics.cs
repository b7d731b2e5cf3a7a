using System.Collections.Immutable;
using System.Xml.Linq;
using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>ListMetrics: 500 metrics a page.</summary>
internal sealed class ListMetrics(CloudWatchStore store, TimeProvider time)
{
    private const int PageSize = 500;

    internal XElement Answer(QueryNode request)
    {
        var filter = Filter(request);
        var from = PageToken.Read(request, "ListMetrics");
        var matches = store.List(time.GetUtcNow()).Where(filter).SkipWhile(key => string.CompareOrdinal(key.Identity, from) <= 0).ToList();
        var page = matches.Take(PageSize).ToList();
        return QueryAnswer.Element(
            "ListMetricsResult",
            QueryAnswer.List("Metrics", page.Select(MetricXml.Metric)),
            QueryAnswer.Optional("NextToken", matches.Count > PageSize ? PageToken.Write("ListMetrics", page[^1].Identity) : null));
    }

    private static Func<MetricKey, bool> Filter(QueryNode request)
    {
        // No metric is listed here that has not had data within three hours, which is all that RecentlyActive can ask for.
        if (request.Text("RecentlyActive") is not (null or "PT3H"))
        {
            throw new RefusedException(CloudWatchError.InvalidValue("The value for parameter RecentlyActive must be PT3H."));
        }

        var (@namespace, name) = (request.Text("Namespace"), request.Text("MetricName"));
        ImmutableArray<(string Name, string? Value)> dimensions =
            [.. request.Members("Dimensions").Select(member => (member.Bounded("Name", 255), member.Text("Value")))];
        return key => (@namespace is null || key.Namespace == @namespace)
            && (name is null || key.Name == name)
            && dimensions.All(wanted => key.Dimensions.TryGetValue(wanted.Name, out var value) && (wanted.Value ?? value) == value);
    }
}
