using System.Collections.Concurrent;

namespace Cutover.Lab.Edges;

/// <summary>Every connection of an edge, handshakes included, with the task that serves it.</summary>
internal sealed class HeldConnections(EdgeWorkings edge)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<EdgeConnection, Task> _held = new();
    private int _count;

    /// <summary>Handshakes included. Read at each accept, so it must not take all of the dictionary's locks.</summary>
    public int Count => Volatile.Read(ref _count);

    public void Add(EdgeConnection connection)
    {
        Interlocked.Increment(ref _count);
        var served = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _held[connection] = served.Task;
        _ = ServeAsync(connection, served);
    }

    public void ResetAll()
    {
        foreach (var (connection, _) in _held)
        {
            connection.Cut(reset: true);
        }
    }

    /// <summary>Close frames to everyone, then a wait for their answers; whoever does not answer in time is reset.</summary>
    public async Task GoAwayAsync()
    {
        using var limit = new CancellationTokenSource(edge.Options.CloseTimeout, edge.Time);
        var held = _held.ToArray();
        var all = Task.WhenAll(held.Select(h => h.Value).Concat(held.Select(h => h.Key.GoAwayAsync(limit.Token))));
        await all.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ResetAll();
        await all.ConfigureAwait(false);
    }

    /// <summary>Cuts held connections at the rate of the DropHeld dial until cancelled.</summary>
    public async Task DropAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Tick, edge.Time);
        var last = edge.Time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            var now = edge.Time.GetTimestamp();
            Drop(edge.Dials.DropHeld / 100, edge.Time.GetElapsedTime(last, now));
            last = now;
        }
    }

    private void Drop(double perMinute, TimeSpan elapsed)
    {
        if (perMinute <= 0)
        {
            return;
        }

        // Compounded, so that the dial's percentage is what is missing after a minute, however the ticks fall.
        var probability = 1 - Math.Pow(1 - perMinute, elapsed.TotalMinutes);
        foreach (var (connection, _) in _held)
        {
            if (connection.IsOpen && edge.Chance.Happens(probability))
            {
                connection.Cut(reset: edge.Chance.Happens(0.5));
            }
        }
    }

    private async Task ServeAsync(EdgeConnection connection, TaskCompletionSource served)
    {
        await Task.Yield(); // The accept loop must not serve anybody itself.
        try
        {
            await connection.RunAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Log.EdgeConnectionFailed(edge.Logger, edge.Options.Name, e);
        }

        _held.TryRemove(connection, out _);
        Interlocked.Decrement(ref _count);
        served.SetResult();
    }
}
