using System.Globalization;

namespace Cutover.Lab.Tests.CloudWatch;

/// <summary>Builds the fields of GetMetricData.</summary>
internal sealed class DataQuery
{
    private readonly List<(string, string)> _fields = [];
    private int _queries;

    internal DataQuery(int from, int to, bool ascending = true)
    {
        _fields.Add(("StartTime", At(from)));
        _fields.Add(("EndTime", At(to)));
        _fields.Add(("ScanBy", ascending ? "TimestampAscending" : "TimestampDescending"));
    }

    internal (string, string)[] Fields => [.. _fields];

    internal DataQuery Metric(string id, string name, string stat, int period = 10)
    {
        Begin(id);
        Add("MetricStat.Metric.Namespace", "Lab/Edge");
        Add("MetricStat.Metric.MetricName", name);
        Add("MetricStat.Period", period.ToString(CultureInfo.InvariantCulture));
        return Add("MetricStat.Stat", stat);
    }

    internal DataQuery Expression(string id, string expression)
    {
        Begin(id);
        return Add("Expression", expression);
    }

    /// <summary>Adds a field to the query begun last.</summary>
    internal DataQuery Add(string name, string value)
    {
        _fields.Add(($"MetricDataQueries.member.{_queries}.{name}", value));
        return this;
    }

    internal DataQuery With(string name, string value)
    {
        _fields.Add((name, value));
        return this;
    }

    private static string At(int second) =>
        CloudWatchBench.Start.AddSeconds(second).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void Begin(string id)
    {
        _queries++;
        Add("Id", id);
    }
}
