namespace Cutover.Lab.Edges;

/// <summary>The counters behind <see cref="EdgeCounters"/>. One lock, so that a reading always adds up.</summary>
internal sealed class EdgeTally
{
    private readonly Lock _lock = new();
    private EdgeCounters _counters = new(new EdgeCounts(), new EdgeCounts(), 0);

    public EdgeCounters Read()
    {
        lock (_lock)
        {
            return _counters;
        }
    }

    public void Malformed()
    {
        lock (_lock)
        {
            _counters = _counters with { Malformed = _counters.Malformed + 1 };
        }
    }

    public void Count(ClientKind kind, Func<EdgeCounts, EdgeCounts> change)
    {
        lock (_lock)
        {
            _counters = kind == ClientKind.Probe
                ? _counters with { Probes = change(_counters.Probes) }
                : _counters with { Population = change(_counters.Population) };
        }
    }
}
