using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Cutover.Engine.Runs;

/// <summary>
/// Tells whoever watches that a run has moved on. It carries no state, only where to look, so that a subscriber reads the database and can
/// never show something that was not committed.
/// </summary>
public sealed class RunFeed
{
    private readonly ConcurrentDictionary<Channel<RunMoved>, byte> subscribers = new();

    /// <summary>Number of subscriptions now.</summary>
    public int Subscribers => subscribers.Count;

    /// <summary>
    /// Notices until cancelled. A slow reader loses the oldest notices, never the newest: the one that counts is the last.
    /// </summary>
    public async IAsyncEnumerable<RunMoved> SubscribeAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var channel = Channel.CreateBounded<RunMoved>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
        subscribers.TryAdd(channel, 0);
        try
        {
            await foreach (var moved in channel.Reader.ReadAllAsync(cancellation))
            {
                yield return moved;
            }
        }
        finally
        {
            subscribers.TryRemove(channel, out _);
        }
    }

    internal void Publish(RunMoved moved)
    {
        foreach (var channel in subscribers.Keys)
        {
            channel.Writer.TryWrite(moved);
        }
    }
}
