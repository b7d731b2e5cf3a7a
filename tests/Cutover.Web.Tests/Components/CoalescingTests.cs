using Cutover.Web.Components.Live;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Web.Tests.Components;

public sealed class CoalescingTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task A_burst_of_wishes_is_one_reading_at_once_and_one_after_the_pause()
    {
        var time = new FakeTimeProvider();
        using var leaving = new CancellationTokenSource();
        var readings = new Coalescing(time, Pause);
        using var read = new SemaphoreSlim(0);
        var count = 0;
        var running = readings.RunAsync(Read, leaving.Token);

        readings.Wish();
        Assert.True(await read.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        for (var wish = 0; wish < 100; wish++)
        {
            readings.Wish();
        }

        Assert.Equal(1, count);
        while (!await read.WaitAsync(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken))
        {
            time.Advance(Pause);
        }

        time.Advance(10 * Pause);
        Assert.Equal(2, count);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Task Read(CancellationToken cancellation)
        {
            Interlocked.Increment(ref count);
            read.Release();
            return Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData(0, 250)]
    [InlineData(300, 300)]
    [InlineData(9000, 500)]
    public async Task The_pause_is_as_long_as_the_reading_took_within_its_bounds(int took, int pause)
    {
        var time = new WatchedTime();
        using var leaving = new CancellationTokenSource();
        var readings = new Coalescing(time, Pause, TimeSpan.FromMilliseconds(500));
        readings.Wish();

        var running = readings.RunAsync(Read, leaving.Token);

        var paused = await time.Paused.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromMilliseconds(pause), paused);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Task Read(CancellationToken cancellation)
        {
            time.Advance(TimeSpan.FromMilliseconds(took));
            return Task.CompletedTask;
        }
    }

    // Tells how long a pause was asked for.
    private sealed class WatchedTime : FakeTimeProvider
    {
        public TaskCompletionSource<TimeSpan> Paused { get; } = new();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Paused.TrySetResult(dueTime);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
