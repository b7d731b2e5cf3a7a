using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Engine.Aws;

namespace Cutover.Engine.Dns.Readings;

/// <summary>Who waits for the next reading of one zone.</summary>
internal sealed class ZoneQueue : IDisposable
{
    private readonly Lock gate = new();
    private readonly Func<IEnumerable<string>, Task<AwsOutcome<ImmutableArray<RecordSet>>>> read;
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private List<ZoneWaiter> waiting = [];
    private DateTimeOffset lastRead = DateTimeOffset.MinValue;
    private DateTimeOffset? due;

    public ZoneQueue(Func<IEnumerable<string>, Task<AwsOutcome<ImmutableArray<RecordSet>>>> read, TimeProvider time)
    {
        (this.read, this.time) = (read, time);
        timer = time.CreateTimer(_ => _ = ReadAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public Task<AwsOutcome<ImmutableArray<RecordSet>>> JoinAsync(
        ImmutableHashSet<string> names, TimeSpan interval, CancellationToken cancellation)
    {
        var waiter = new ZoneWaiter(names);
        lock (gate)
        {
            waiting.Add(waiter);
            Schedule(interval);
        }

        return waiter.Task.WaitAsync(cancellation);
    }

    public void Dispose() => timer.Dispose();

    private void Schedule(TimeSpan interval)
    {
        var now = time.GetUtcNow();
        var next = lastRead > now - interval ? lastRead + interval : now;
        if (due is null || next < due)
        {
            due = next;
            timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling((next - now).TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }
    }

    private async Task ReadAsync()
    {
        List<ZoneWaiter> served;
        lock (gate)
        {
            (served, waiting, lastRead, due) = (waiting, [], time.GetUtcNow(), null);
        }

        try
        {
            var outcome = await read(served.SelectMany(waiter => waiter.Names));
            served.ForEach(waiter => waiter.Serve(outcome));
        }
        catch (Exception failure)
        {
            // A bug must reach whoever waits, who can say so in the run's log: nobody looks at this task.
            served.ForEach(waiter => waiter.TrySetException(failure));
        }
    }
}
