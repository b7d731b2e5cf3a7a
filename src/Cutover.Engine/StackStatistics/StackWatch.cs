using Cutover.Core.Playbooks;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.StackStatistics;

/// <summary>
/// Reads the statistics of stacks for all runs together: an instance that several runs name, with the same endpoint, is asked once.
/// </summary>
internal sealed class StackWatch(StatisticsOptions options, TimeProvider time, ILogger<StackWatch> logger) : IAsyncDisposable
{
    private readonly Lock watching = new();
    private readonly Dictionary<StatisticsEndpoint, InstanceWatch> instances = [];
    private readonly SemaphoreSlim places = new(options.MostAtOnce, options.MostAtOnce);

    /// <summary>How many instances are looked at.</summary>
    public int Instances
    {
        get
        {
            lock (watching)
            {
                return instances.Count;
            }
        }
    }

    /// <summary>Looks at every instance of the stack, at once and then at each interval, until the watch is disposed.</summary>
    public WatchedStack Watch(Stack stack)
    {
        lock (watching)
        {
            return new WatchedStack(stack, [.. stack.Statistics.Distinct().Select(Enter)], this, time);
        }
    }

    public async ValueTask DisposeAsync()
    {
        List<InstanceWatch> left;
        lock (watching)
        {
            left = [.. instances.Values];
            instances.Clear();
        }

        foreach (var instance in left)
        {
            await instance.DisposeAsync();
        }
    }

    /// <summary>Ends the watch of a stack.</summary>
    internal async ValueTask LeaveAsync(Stack stack)
    {
        List<InstanceWatch> left;
        lock (watching)
        {
            left = [.. stack.Statistics.Distinct().Select(Leave).OfType<InstanceWatch>()];
        }

        foreach (var instance in left)
        {
            await instance.DisposeAsync();
        }
    }

    private InstanceWatch Enter(StatisticsEndpoint endpoint)
    {
        if (!instances.TryGetValue(endpoint, out var instance))
        {
            instances[endpoint] = instance = new InstanceWatch(endpoint, options, places, time, logger);
        }

        instance.Users++;
        return instance;
    }

    // The last one out; null while others stay.
    private InstanceWatch? Leave(StatisticsEndpoint endpoint)
    {
        if (!instances.TryGetValue(endpoint, out var instance) || --instance.Users > 0)
        {
            return null;
        }

        instances.Remove(endpoint);
        return instance;
    }
}
