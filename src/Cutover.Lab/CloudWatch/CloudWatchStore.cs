using System.Collections.Immutable;
using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch;

/// <summary>The data behind the emulator, kept for a while after its measurement. Safe for any thread.</summary>
public sealed class CloudWatchStore
{
    private static readonly TimeSpan PruneEvery = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<MetricKey, MetricSeries> _series = [];
    private readonly TimeProvider _time;
    private readonly TimeSpan _delay;
    private readonly TimeSpan _retention;
    private DateTimeOffset _prunedAt;

    internal CloudWatchStore(TimeProvider time, TimeSpan publicationDelay, TimeSpan retention)
    {
        _retention = retention;
        _time = time;
        _delay = publicationDelay;
        _prunedAt = time.GetUtcNow();
    }

    /// <summary>How many data are kept, those not yet readable included.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _series.Values.Sum(series => series.Count);
            }
        }
    }

    /// <summary>Puts one datum without going over HTTP; it becomes readable as late as one that did.</summary>
    public void Put(string @namespace, MetricDatum datum)
    {
        ImmutableArray<WeightedValue> values = [.. datum.Values.Select(value => new WeightedValue(value, 1))];
        var key = new MetricKey(@namespace, datum.Name, datum.Dimensions);
        Put([(key, Sample.OfValues(datum.Timestamp, VisibleAt(), datum.Unit, datum.HighResolution, values))]);
    }

    internal DateTimeOffset VisibleAt() => _time.GetUtcNow() + _delay;

    internal void Put(IEnumerable<(MetricKey Key, Sample Sample)> data)
    {
        lock (_lock)
        {
            foreach (var (key, sample) in data)
            {
                if (!_series.TryGetValue(key, out var series))
                {
                    _series.Add(key, series = new());
                }

                series.Add(sample);
            }

            PruneNowAndThen();
        }
    }

    internal Series Read(MetricStat stat, QueryWindow window)
    {
        lock (_lock)
        {
            return _series.TryGetValue(stat.Metric, out var series) ? series.Read(stat, window) : Series.Of(stat.Period, []);
        }
    }

    /// <summary>The metrics with at least one readable datum, in a fixed order.</summary>
    internal ImmutableArray<MetricKey> List(DateTimeOffset asOf)
    {
        lock (_lock)
        {
            var visible = _series.Where(entry => entry.Value.IsVisible(asOf)).Select(entry => entry.Key);
            return [.. visible.OrderBy(key => key.Identity, StringComparer.Ordinal)];
        }
    }

    private void PruneNowAndThen()
    {
        var now = _time.GetUtcNow();
        if (now - _prunedAt < PruneEvery)
        {
            return;
        }

        _prunedAt = now;
        foreach (var (key, series) in _series.ToList())
        {
            series.Prune(now - _retention);
            if (series.Count == 0)
            {
                _series.Remove(key);
            }
        }
    }
}
