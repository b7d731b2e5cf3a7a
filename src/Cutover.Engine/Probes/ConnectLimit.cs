namespace Cutover.Engine.Probes;

/// <summary>
/// Keeps openings of held connections from being a storm: so many a second, evenly, and so many under way at once. Safe for concurrent use.
/// </summary>
internal sealed class ConnectLimit(double perSecond, int underWay, TimeProvider time)
{
    private readonly TimeSpan _step = TimeSpan.FromSeconds(1 / perSecond);
    private readonly long _begun = time.GetTimestamp();
    private readonly Queue<Action> _waiting = new();
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

    /// <summary>Begins the opening now, or as soon as another one is over.</summary>
    public void Begin(Action opening)
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

        opening();
    }

    /// <summary>An opening is over: the next one takes its room.</summary>
    public void End()
    {
        Action? next;
        lock (_gate)
        {
            if (!_waiting.TryDequeue(out next))
            {
                _underWay--;
            }
        }

        next?.Invoke();
    }
}
