using Cutover.Web.Components.Live;

namespace Cutover.Web.Components.Run;

/// <summary>
/// What the pages of runs show, read once for all pages of a run. A run is followed while a page shows it, and no longer.
/// </summary>
public sealed class RunReadings(RunReaders readers, RunWatch watch, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, (FollowedRun Run, int Users)> runs = [];

    /// <summary>Runs that are shown, or read for a page that is about to show them.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return runs.Count;
            }
        }
    }

    /// <summary>A reading that was begun after this was called, shared with all who ask before it begins.</summary>
    public async Task<RunReading> ReadAsync(long run, CancellationToken cancellation)
    {
        var followed = Enter(run);
        try
        {
            return await followed.ReadAsync(cancellation);
        }
        finally
        {
            Leave(run);
        }
    }

    /// <summary>Shows the latest reading and each further one, and at least once a second the same at another time, until the page is left.</summary>
    /// <param name="show">Is not called again before it has ended, unless it takes longer than <see cref="RunWatch.LongestPause"/>.</param>
    /// <exception cref="OperationCanceledException">The page was left.</exception>
    public async Task FollowAsync(long run, Func<RunReading, Task> show, CancellationToken leaving)
    {
        var followed = Enter(run);
        try
        {
            await followed.ShowAsync(show, leaving);
        }
        finally
        {
            Leave(run);
        }
    }

    private FollowedRun Enter(long run)
    {
        lock (gate)
        {
            var (followed, users) = runs.TryGetValue(run, out var known) ? known : (new FollowedRun(run, readers.Of(run), watch, time), 0);
            runs[run] = (followed, users + 1);
            return followed;
        }
    }

    private void Leave(long run)
    {
        lock (gate)
        {
            var (followed, users) = runs[run];
            if (users > 1)
            {
                runs[run] = (followed, users - 1);
                return;
            }

            runs.Remove(run);
            followed.Dispose();
        }
    }
}
