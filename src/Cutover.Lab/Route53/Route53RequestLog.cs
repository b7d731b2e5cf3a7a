using System.Collections.Immutable;

namespace Cutover.Lab.Route53;

/// <summary>Which requests arrived, and when. Keeps the newest ten thousand; the counts go on for ever.</summary>
public sealed class Route53RequestLog
{
    private const int Kept = 10_000;
    private readonly Lock _gate = new();
    private readonly Queue<RequestSeen> _requests = new();
    private readonly Dictionary<Route53Operation, long> _counts = [];

    /// <summary>Raised on the request's own thread, before the request is looked at any further.</summary>
    public event Action<RequestSeen>? Arrived;

    /// <summary>In order of arrival.</summary>
    public ImmutableArray<RequestSeen> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>How many requests of this operation have arrived since the start.</summary>
    public long Count(Route53Operation operation)
    {
        lock (_gate)
        {
            return _counts.GetValueOrDefault(operation);
        }
    }

    internal void Add(RequestSeen request)
    {
        lock (_gate)
        {
            _counts[request.Operation] = _counts.GetValueOrDefault(request.Operation) + 1;
            _requests.Enqueue(request);
            if (_requests.Count > Kept)
            {
                _requests.Dequeue();
            }
        }

        Arrived?.Invoke(request);
    }
}
