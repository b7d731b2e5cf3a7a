using Cutover.Engine.Runs;

namespace Cutover.Web.Components.Live;

/// <summary>Says when a page should read again: when the feed names its run, and every few seconds in case a notice was lost.</summary>
public sealed class RunWatch(RunFeed feed, TimeProvider time)
{
    /// <summary>Shortest time from the end of a reading to the next.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Longest time from the end of a reading to the next, when something moved: two people on one run see each other's acts within a second.
    /// </summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest time between two readings, when nothing seems to have moved.</summary>
    public static readonly TimeSpan Fallback = TimeSpan.FromSeconds(5);

    /// <summary>Reads once, and then whenever something moved, until cancelled.</summary>
    /// <param name="run">The run to watch; null for all of them.</param>
    public async Task FollowAsync(long? run, Func<CancellationToken, Task> read, CancellationToken cancellation)
    {
        var readings = new Coalescing(time, Pause, LongestPause);
        using var together = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] parts =
        [
            ListenAsync(run, readings, together.Token),
            RemindAsync(readings, together.Token),
            readings.RunAsync(read, together.Token),
        ];
        readings.Wish();
        // None of them ends by itself: the first that does has failed, or was cancelled, and takes the others along.
        var first = await Task.WhenAny(parts);
        await together.CancelAsync();
        await first;
    }

    /// <summary>Calls every so often, until cancelled.</summary>
    public async Task TickAsync(TimeSpan every, Func<Task> tick, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(every, time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            await tick();
        }
    }

    private Task RemindAsync(Coalescing readings, CancellationToken cancellation) => TickAsync(
        Fallback,
        () =>
        {
            readings.Wish();
            return Task.CompletedTask;
        },
        cancellation);

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
