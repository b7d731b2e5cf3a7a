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
}
