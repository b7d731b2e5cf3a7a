namespace Cutover.Engine.Probes;

/// <summary>
/// Keeps openings of held connections from being a storm: so many a second, evenly, and so many under way at once. Safe for concurrent use.
/// </summary>
internal sealed class ConnectLimit(double perSecond, int underWay, TimeProvider time)
{
    private readonly TimeSpan _step = TimeSpan.FromSeconds(1 / perSecond);
    private readonly long _begun = time.GetTimestamp();
    private readonly Queue<Func<Task>> _waiting = new();
    private readonly Lock _gate = new();
    private TimeSpan _next;
    private int _underWay;

    /// <summary>The caller's place in the rhythm: how long from now.</summary>
    public TimeSpan Reserve()
    {
        lock (_gate)
        {
            var now = time.GetElapsedTime(_begun);
            var place = _next > now ? _next : now;
            _next = place + _step;
            return place - now;
        }
    }

    /// <summary>
    /// Begins the opening now, or as soon as another one is over. Openings follow each other on whatever thread the last one ended: a
    /// thread of the pool for each would cost as much as the dial.
    /// </summary>
    /// <param name="opening">Must not throw.</param>
    public void Begin(Func<Task> opening)
    {
        lock (_gate)
        {
            if (_underWay == underWay)
            {
                _waiting.Enqueue(opening);
                return;
            }

            _underWay++;
        }

        _ = Task.Run(() => RunAsync(opening));
    }

    private async Task RunAsync(Func<Task>? opening)
    {
        for (; opening is not null; opening = Next())
        {
            await opening().ConfigureAwait(false);
        }
    }

    private Func<Task>? Next()
    {
        lock (_gate)
        {
            if (_waiting.TryDequeue(out var next))
            {
                return next;
            }

            _underWay--;
            return null;
        }
    }
}
