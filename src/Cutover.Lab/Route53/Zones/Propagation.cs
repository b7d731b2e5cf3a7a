namespace Cutover.Lab.Route53.Zones;

/// <summary>
/// Carries accepted content to the name servers: in order, each after the delay, unless held. Due content is also moved whenever it is
/// asked for, so a reader never sees a state older than its clock allows.
/// </summary>
internal sealed class Propagation(TimeProvider time)
{
    private readonly Queue<Shipment> _queue = new();

    /// <summary>While true nothing arrives: changes stay PENDING.</summary>
    internal bool Held { get; set; }

    /// <summary>Queues content; <paramref name="arrival"/> is called when its time has come.</summary>
    internal void Enqueue(ZoneChange change, ZoneContent content, TimeSpan delay, Action arrival)
    {
        var timer = time.CreateTimer(_ => arrival(), null, delay, Timeout.InfiniteTimeSpan);
        _queue.Enqueue(new(change, content, change.SubmittedAt + delay, timer));
    }

    /// <summary>The newest content that is due, or null when nothing new is.</summary>
    internal ZoneContent? TakeDue()
    {
        ZoneContent? newest = null;
        while (!Held && _queue.TryPeek(out var first) && first.Due <= time.GetUtcNow())
        {
            newest = first.Content;
            first.Change.MarkInSync();
            first.Timer.Dispose();
            _queue.Dequeue();
        }

        return newest;
    }

    private sealed record Shipment(ZoneChange Change, ZoneContent Content, DateTimeOffset Due, ITimer Timer);
}
