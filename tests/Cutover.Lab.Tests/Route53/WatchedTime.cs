using Microsoft.Extensions.Time.Testing;

namespace Cutover.Lab.Tests.Route53;

/// <summary>A clock that stands still and tells when somebody starts to wait on it.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    internal event Action<TimeSpan>? Waiting;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Waiting?.Invoke(dueTime);
        return timer;
    }
}
