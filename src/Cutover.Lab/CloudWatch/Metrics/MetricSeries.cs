namespace Cutover.Lab.CloudWatch.Metrics;

/// <summary>The data of one metric. Not safe for several threads: the store locks.</summary>
internal sealed class MetricSeries
{
    private readonly List<Sample> _samples = [];

    internal int Count => _samples.Count;

    internal void Add(Sample sample) => _samples.Add(sample);

    internal void Prune(DateTimeOffset oldest) => _samples.RemoveAll(sample => sample.Timestamp < oldest);

    internal bool IsVisible(DateTimeOffset asOf) => _samples.Exists(sample => sample.VisibleAt <= asOf);

    internal Series Read(MetricStat stat, QueryWindow window)
    {
        var start = Period.Begin(window.Start, stat.Period);
        var points =
            from sample in _samples
            where sample.Timestamp >= start && sample.VisibleAt <= window.AsOf && (stat.Unit is null || sample.Unit == stat.Unit)
            where stat.Period >= 60 || sample.HighResolution
            let begin = Period.Begin(sample.Timestamp, stat.Period)
            where begin < window.End
            group sample by begin into period
            let value = stat.Statistic.Of([.. period])
            where value is not null
            select KeyValuePair.Create(period.Key, value.Value);
        return Series.Of(stat.Period, points);
    }
}
