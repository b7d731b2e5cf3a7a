using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Aws.Wire;

/// <summary>A clock that stands still until it is moved, and tells which waits have begun.</summary>
public sealed class WatchedTime() : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WatchedTimer(base.CreateTimer(callback, state, dueTime, period), waits.Writer);
        timer.Tell(dueTime);
        return timer;
    }

    /// <summary>The next wait of at most that length that begins, or has begun since the last call.</summary>
    public async Task<TimeSpan> NextWaitAsync(TimeSpan atMost)
    {
        using var guard = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        guard.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            var wait = await waits.Reader.ReadAsync(guard.Token);
            if (wait <= atMost)
            {
                return wait;
            }
        }
    }

    private sealed class WatchedTimer(ITimer inner, ChannelWriter<TimeSpan> waits) : ITimer
    {
        public void Tell(TimeSpan dueTime)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                waits.TryWrite(dueTime);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = inner.Change(dueTime, period);
            Tell(dueTime);
            return changed;
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
