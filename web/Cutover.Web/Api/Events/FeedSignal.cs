using System.Threading.Channels;
using Cutover.Engine.Runs;

namespace Cutover.Web.Api.Events;

/// <summary>Any number of notices of the feed as one: there may be something to read.</summary>
internal sealed class FeedSignal : IAsyncDisposable
{
    private readonly Channel<byte> signal =
        Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly CancellationTokenSource leaving;
    private readonly Task listening;

    /// <summary>Subscribes before it returns: what moves from then on is not missed.</summary>
    public FeedSignal(RunFeed feed, long? only, CancellationToken cancellation)
    {
        leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        listening = ListenAsync(feed, only, leaving.Token);
    }

    /// <summary>Waits for a notice. False after so long a silence.</summary>
    public async Task<bool> WaitAsync(TimeSpan silence, TimeProvider time)
    {
        var notice = signal.Reader.WaitToReadAsync(leaving.Token).AsTask();
        await ((Task)notice).WaitAsync(silence, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return notice.IsCompleted && (leaving.IsCancellationRequested || signal.Reader.TryRead(out _));
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        leaving.Dispose();
    }

    private async Task ListenAsync(RunFeed feed, long? only, CancellationToken cancellation)
    {
        await foreach (var moved in feed.SubscribeAsync(cancellation))
        {
            if (only is null || moved.RunId == only)
            {
                signal.Writer.TryWrite(0);
            }
        }
    }
}
