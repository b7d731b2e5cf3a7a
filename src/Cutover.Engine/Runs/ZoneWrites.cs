using System.Collections.Concurrent;

namespace Cutover.Engine.Runs;

/// <summary>The writes of one run that are under way, at most one for each hosted zone.</summary>
internal sealed class ZoneWrites(CancellationToken stopping)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> writing = new(StringComparer.Ordinal);

    /// <summary>Begins a write. A newer one replaces the one under way: a rollback never waits for the step that it undoes.</summary>
    /// <returns>Cancelled when the write is replaced, or the host stops.</returns>
    public CancellationToken Begin(string zoneId)
    {
        var newer = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (writing.TryRemove(zoneId, out var older))
        {
            older.Cancel();
            older.Dispose();
        }

        writing[zoneId] = newer;
        return newer.Token;
    }

    /// <summary>Cuts off every write under way.</summary>
    public Task EndAsync() => Task.WhenAll(writing.Values.Select(write => write.CancelAsync()));
}
