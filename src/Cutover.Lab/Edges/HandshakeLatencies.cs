namespace Cutover.Lab.Edges;

/// <summary>Handshake times in milliseconds since they were last taken. Bounded: what nobody takes is not kept for ever.</summary>
internal sealed class HandshakeLatencies
{
    private const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private List<double> _values = [];

    public void Add(TimeSpan latency)
    {
        lock (_lock)
        {
            if (_values.Count < Capacity)
            {
                _values.Add(latency.TotalMilliseconds);
            }
        }
    }

    public IReadOnlyList<double> Take()
    {
        lock (_lock)
        {
            var taken = _values;
            _values = [];
            return taken;
        }
    }
}
