using System.Collections.Immutable;

namespace Cutover.Engine.Aws.CloudWatch;

/// <summary>The requests this product makes of CloudWatch.</summary>
internal static class CloudWatchForms
{
    public static QueryForm MetricData(
        ImmutableArray<MetricDataQuery> queries, DateTimeOffset from, DateTimeOffset to, string? nextToken) =>
        new QueryForm("GetMetricData")
            .Add("StartTime", from)
            .Add("EndTime", to)
            .Add("ScanBy", "TimestampAscending")
            .AddEach("MetricDataQueries", queries, AddQuery)
            .Add("NextToken", nextToken);

    /// <summary>Without the types CloudWatch keeps composite alarms to itself.</summary>
    public static QueryForm Alarms(IReadOnlyList<string> names, string? nextToken) =>
        new QueryForm("DescribeAlarms")
            .AddEach("AlarmNames", names, (form, path, name) => form.Add(path, name))
            .AddEach("AlarmTypes", ["MetricAlarm", "CompositeAlarm"], (form, path, type) => form.Add(path, type))
            .Add("MaxRecords", "100")
            .Add("NextToken", nextToken);

    private static void AddQuery(QueryForm form, string path, MetricDataQuery query)
    {
        form.Add($"{path}.Id", query.Id);
        switch (query)
        {
            case MetricStatQuery stat:
                AddStat(form, $"{path}.MetricStat", stat);
                break;
            case ExpressionQuery math:
                form.Add($"{path}.Expression", math.Expression).Add($"{path}.Period", math.Period);
                break;
            default:
                throw new ArgumentException($"There is no query of the kind {query.GetType().Name}.", nameof(query));
        }

        form.Add($"{path}.ReturnData", query.ReturnData ? "true" : "false");
    }

    private static void AddStat(QueryForm form, string path, MetricStatQuery query) => form
        .Add($"{path}.Metric.Namespace", query.Metric.Namespace)
        .Add($"{path}.Metric.MetricName", query.Metric.Name)
        .AddEach($"{path}.Metric.Dimensions", query.Metric.Dimensions, AddDimension)
        .Add($"{path}.Period", query.Period)
        .Add($"{path}.Stat", query.Stat);

    private static void AddDimension(QueryForm form, string path, KeyValuePair<string, string> dimension) =>
        form.Add($"{path}.Name", dimension.Key).Add($"{path}.Value", dimension.Value);
}
