using System.Collections.Concurrent;
using Cutover.Web.Components.Live;
using Cutover.Web.Components.Shares;

namespace Cutover.Web.Components.Run;

/// <summary>A run that pages show: its readings, one at a time, and who is shown them.</summary>
internal sealed class FollowedRun(long id, RunReader reader, RunWatch watch, TimeProvider time) : IDisposable
{
    // The other processors are left to those who drive the runs: a guard does not wait for pages to be drawn.
    private static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly ConcurrentDictionary<RunViewer, byte> viewers = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly Lock gate = new();
    private CancellationTokenSource? following;
    private RunReading? latest;
    private long asked;
    private long served;

    /// <inheritdoc cref="RunReadings.ReadAsync"/>
    public async Task<RunReading> ReadAsync(CancellationToken cancellation)
    {
        var wish = Interlocked.Increment(ref asked);
        await turn.WaitAsync(cancellation);
        try
        {
            if (latest is null || served < wish)
            {
                var serves = Volatile.Read(ref asked);
                latest = await reader.ReadAsync(latest, cancellation);
                served = serves;
            }

            return latest;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc cref="RunReadings.FollowAsync"/>
    public async Task ShowAsync(Func<RunReading, Task> show, CancellationToken leaving)
    {
        var viewer = new RunViewer(show);
        Join(viewer);
        try
        {
            if (latest is { } known)
            {
                await viewer.ShowAsync(known);
            }

            await viewer.Failed.WaitAsync(leaving);
        }
        finally
        {
            Part(viewer);
        }
    }

    /// <summary>Nobody needs it any more. The turn is left to whoever still has it: it holds nothing that must be given back.</summary>
    public void Dispose() => following?.Dispose();

    private void Join(RunViewer viewer)
    {
        lock (gate)
        {
            viewers.TryAdd(viewer, 0);
            if (following is null)
            {
                following = new CancellationTokenSource();
                var ending = following.Token;
                // Nothing of the page that happened to be the first goes along: neither its circuit nor its trace.
                using var apart = ExecutionContext.SuppressFlow();
                _ = Task.Run(() => GuardAsync(watch.FollowAsync(id, ReadAndShowAsync, ending)), CancellationToken.None);
                _ = Task.Run(() => GuardAsync(watch.TickAsync(ShareSampling.Period, () => TickAsync(ending), ending)), CancellationToken.None);
            }
        }
    }

    private void Part(RunViewer viewer)
    {
        lock (gate)
        {
            viewers.TryRemove(viewer, out _);
            if (viewers.IsEmpty)
            {
                following?.Cancel();
                following?.Dispose();
                following = null;
            }
        }
    }

    private async Task ReadAndShowAsync(CancellationToken ending) => await ShowAsync(await ReadAsync(ending), ending);

    // While somebody reads, what is read is about to be shown; and what was read just now has told the time.
    private async Task TickAsync(CancellationToken ending)
    {
        if (latest is null || !await turn.WaitAsync(TimeSpan.Zero, ending))
        {
            return;
        }

        try
        {
            if (time.GetUtcNow() - latest.Now < ShareSampling.Period / 2)
            {
                return;
            }

            latest = reader.Later(latest);
        }
        finally
        {
            turn.Release();
        }

        await ShowAsync(latest, ending);
    }

    // A page that is not busy is drawn right here. One that is keeps the others waiting only so long.
    private async Task ShowAsync(RunReading reading, CancellationToken ending)
    {
        var shown = new ConcurrentBag<Task>();
        await Parallel.ForEachAsync(viewers.Keys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ending }, (viewer, _) =>
        {
            shown.Add(viewer.ShowAsync(reading));
            return ValueTask.CompletedTask;
        });
        await Task.WhenAny(Task.WhenAll(shown), Task.Delay(RunWatch.LongestPause, time, ending));
        ending.ThrowIfCancellationRequested();
    }

    private async Task GuardAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException)
        {
            // The last page was left.
        }
        catch (Exception failure)
        {
            foreach (var viewer in viewers.Keys)
            {
                viewer.Fail(failure);
            }
        }
    }
}
