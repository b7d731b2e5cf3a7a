using Cutover.Engine.Runs;

namespace Cutover.Web.Components.Live;

/// <summary>Says when a page should read again: when the feed names its run, and every few seconds in case a notice was lost.</summary>
public sealed class RunWatch(RunFeed feed, TimeProvider time)
{
    /// <summary>Shortest time between two readings of one page.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest time between two readings of one page.</summary>
    public static readonly TimeSpan Fallback = TimeSpan.FromSeconds(5);

    /// <summary>Reads once, and then whenever something moved, until cancelled.</summary>
    /// <param name="run">The run to watch; null for all of them.</param>
    public async Task FollowAsync(long? run, Func<CancellationToken, Task> read, CancellationToken cancellation)
    {
        var readings = new Coalescing(time, Pause);
        var listening = ListenAsync(run, readings, cancellation);
        var reminding = TickAsync(Fallback, readings.Wish, cancellation);
        readings.Wish();
        await Task.WhenAll(listening, reminding, readings.RunAsync(read, cancellation));
    }

    /// <summary>Calls every so often, until cancelled.</summary>
    public async Task TickAsync(TimeSpan every, Action tick, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(every, time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            tick();
        }
    }

    private async Task ListenAsync(long? run, Coalescing readings, CancellationToken cancellation)
    {
        await foreach (var moved in feed.SubscribeAsync(cancellation))
        {
            if (run is null || moved.RunId == run)
            {
                readings.Wish();
            }
        }
    }
}
