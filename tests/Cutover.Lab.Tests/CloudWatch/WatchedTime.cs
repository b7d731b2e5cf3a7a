using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Lab.Tests.CloudWatch;

/// <summary>A clock for tests that tells when someone has begun to wait on it, so that nobody advances it too early.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    internal async Task WaitBegunAsync(TimeSpan length)
    {
        while (await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken) != length)
        {
        }
    }
}
