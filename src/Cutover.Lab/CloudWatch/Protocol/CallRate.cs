namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>Counts calls within the last second. Safe for any thread.</summary>
internal sealed class CallRate(int perSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _calls = new();

    /// <summary>False when the last second is full; a refused call does not count.</summary>
    internal bool TryTake()
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            while (_calls.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromSeconds(1))
            {
                _calls.Dequeue();
            }

            if (_calls.Count >= perSecond)
            {
                return false;
            }

            _calls.Enqueue(now);
            return true;
        }
    }
}
