namespace Cutover.Engine.Tests.Interleavings;

/// <summary>
/// The clock of one actor's AWS client: its waits between tries are over at once, so that the client is always either on the wire or done.
/// Deadlines, which are longer than any wait, never come.
/// </summary>
internal sealed class EagerTime(TimeProvider world) : TimeProvider
{
    public static readonly TimeSpan Deadline = TimeSpan.FromHours(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private long skipped;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => world.GetUtcNow();

    public override long GetTimestamp() => world.GetUtcNow().UtcTicks + Interlocked.Read(ref skipped);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new EagerTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class EagerTimer(EagerTime time, Action fire) : ITimer
    {
        private volatile bool over;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (!over && dueTime >= TimeSpan.Zero && dueTime <= LongestWait)
            {
                Interlocked.Add(ref time.skipped, dueTime.Ticks);
                ThreadPool.QueueUserWorkItem(_ => FireUnlessOver());
            }

            return !over;
        }

        public void Dispose() => over = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void FireUnlessOver()
        {
            if (!over)
            {
                fire();
            }
        }
    }
}
