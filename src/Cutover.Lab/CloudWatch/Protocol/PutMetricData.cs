using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>PutMetricData: all data of a call are taken, or none.</summary>
internal sealed class PutMetricData(CloudWatchStore store, TimeProvider time)
{
    private const int MostData = 1000;
    private static readonly TimeSpan Past = TimeSpan.FromDays(14);
    private static readonly TimeSpan Future = TimeSpan.FromHours(2);

    internal Action Read(QueryNode request)
    {
        var @namespace = request.Namespace();
        var members = request.Members("MetricData");
        if (members.Count is 0 or > MostData)
        {
            throw new RefusedException(members.Count == 0
                ? CloudWatchError.Missing("MetricData")
                : CloudWatchError.InvalidValue($"The collection MetricData must not have a size greater than {MostData}."));
        }

        var data = members.Select(member => (member.Metric(@namespace), Sample(member))).ToList();
        return () => store.Put(data);
    }

    private Sample Sample(QueryNode datum)
    {
        var timestamp = Timestamp(datum);
        var unit = datum.Unit() ?? "None";
        var high = IsHighResolution(datum);
        return DatumValues.Read(datum) switch
        {
            { Values: { } values } => Metrics.Sample.OfValues(timestamp, store.VisibleAt(), unit, high, values),
            { Statistics: var statistics } => Metrics.Sample.OfStatistics(timestamp, store.VisibleAt(), unit, high, statistics),
        };
    }

    private DateTimeOffset Timestamp(QueryNode datum)
    {
        var now = time.GetUtcNow();
        var timestamp = datum.Time("Timestamp") ?? now;
        return timestamp >= now - Past && timestamp <= now + Future
            ? timestamp
            : throw new RefusedException(CloudWatchError.InvalidValue(
                $"The parameter {datum.Name("Timestamp")} must be no more than two weeks past and no more than two hours ahead."));
    }

    private static bool IsHighResolution(QueryNode datum) => datum.Integer("StorageResolution") switch
    {
        1 => true,
        null or 60 => false,
        _ => throw new RefusedException(CloudWatchError.InvalidValue($"The parameter {datum.Name("StorageResolution")} must be 1 or 60.")),
    };
}
