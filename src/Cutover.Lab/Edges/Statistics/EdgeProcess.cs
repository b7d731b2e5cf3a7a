namespace Cutover.Lab.Edges.Statistics;

/// <summary>
/// An edge as a process of a proxy would see itself. An edge that died and came back is a new process, whose counters begin at zero, though
/// <see cref="Edge.Counters"/> go on.
/// </summary>
internal sealed class EdgeProcess
{
    private readonly Lock _lock = new();
    private readonly Edge _edge;
    private readonly TimeProvider _time;
    private EdgeCounts _before = new();
    private DateTimeOffset _begun;
    private bool _dead;

    public EdgeProcess(Edge edge, TimeProvider time)
    {
        (_edge, _time, _begun) = (edge, time, time.GetUtcNow());
        edge.Dials.Changed += (_, _) => ObeyDials();
    }

    /// <summary>The number of the process: 1, and one more for each return from death.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>The process at this moment; null while the edge is dead.</summary>
    public EdgeProcessReading? Read()
    {
        lock (_lock)
        {
            return _dead ? null : new EdgeProcessReading(Number, _time.GetUtcNow() - _begun, Since(_edge.Counters.Total));
        }
    }

    private void ObeyDials()
    {
        lock (_lock)
        {
            var dead = _edge.Dials.Dead;
            if (_dead && !dead)
            {
                Number++;
                _begun = _time.GetUtcNow();
                _before = _edge.Counters.Total;
            }

            _dead = dead;
        }
    }

    // What is open now is open in this process: death resets every connection.
    private EdgeCounts Since(EdgeCounts now) => now with
    {
        Tried = now.Tried - _before.Tried,
        Accepted = now.Accepted - _before.Accepted,
        Refused = now.Refused - _before.Refused,
        Abandoned = now.Abandoned - _before.Abandoned,
        Dropped = now.Dropped - _before.Dropped,
        Closed = now.Closed - _before.Closed,
        Lost = now.Lost - _before.Lost,
        Echoed = now.Echoed - _before.Echoed,
    };
}
