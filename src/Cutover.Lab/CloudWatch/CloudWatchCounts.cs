using System.Collections.Concurrent;

namespace Cutover.Lab.CloudWatch;

/// <summary>Requests that came to an operation, and the metrics they asked for. Safe for any thread.</summary>
public sealed class CloudWatchCounts
{
    private readonly ConcurrentDictionary<string, long> _requests = new();
    private long _metrics;

    /// <summary>Metrics requested with GetMetricData, each as often as it was: what AWS charges for.</summary>
    public long Metrics => Interlocked.Read(ref _metrics);

    /// <summary>Requests with this Action, refused ones included, but for those that a dial broke.</summary>
    public long Requests(string action) => _requests.GetValueOrDefault(action);

    internal void Add(string action) => _requests.AddOrUpdate(action, 1, (_, count) => count + 1);

    internal void AddMetrics(int count) => Interlocked.Add(ref _metrics, count);
}
