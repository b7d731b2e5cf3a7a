namespace Cutover.Lab.CloudWatch;

/// <summary>
/// The dials that break CloudWatch while it runs. They spare PutMetricData unless <see cref="IncludePuts"/> is set, so that a count
/// of faulty answers is not eaten up by the edges that publish. Safe to turn from any thread.
/// </summary>
public sealed class CloudWatchFaults
{
    private volatile bool _blind;
    private volatile bool _accessDenied;
    private volatile bool _partialData;
    private volatile bool _forbidden;
    private volatile bool _drop;
    private volatile bool _includePuts;
    private int _throttles;
    private int _failures;
    private long _latencyTicks;

    /// <summary>Puts are accepted, but no data point is returned and alarms see none.</summary>
    public bool Blind { get => _blind; set => _blind = value; }

    /// <summary>Every call is refused with <c>AccessDenied</c>, HTTP status 403.</summary>
    public bool AccessDenied { get => _accessDenied; set => _accessDenied = value; }

    /// <summary>GetMetricData gives the older half of every series with status PartialData, and no token for the rest.</summary>
    public bool PartialData { get => _partialData; set => _partialData = value; }

    /// <summary>GetMetricData answers, and gives every series without a point and with status Forbidden.</summary>
    public bool Forbidden { get => _forbidden; set => _forbidden = value; }

    /// <summary>The connection is closed without an answer.</summary>
    public bool Drop { get => _drop; set => _drop = value; }

    /// <summary>Whether the dials hit PutMetricData as well.</summary>
    public bool IncludePuts { get => _includePuts; set => _includePuts = value; }

    /// <summary>Waited before every answer; zero or more.</summary>
    public TimeSpan ExtraLatency
    {
        get => new(Interlocked.Read(ref _latencyTicks));
        set => Interlocked.Exchange(ref _latencyTicks, value.Ticks);
    }

    /// <summary>The next <paramref name="calls"/> calls are refused with <c>Throttling</c>; 0 ends it.</summary>
    public void ThrottleNext(int calls) => Interlocked.Exchange(ref _throttles, calls);

    /// <summary>The next <paramref name="calls"/> calls fail with <c>InternalServiceError</c>, HTTP status 500; 0 ends it.</summary>
    public void FailNext(int calls) => Interlocked.Exchange(ref _failures, calls);

    /// <summary>Turns every dial back.</summary>
    public void Reset()
    {
        Blind = AccessDenied = PartialData = Forbidden = Drop = IncludePuts = false;
        ExtraLatency = TimeSpan.Zero;
        ThrottleNext(0);
        FailNext(0);
    }

    internal bool TakeThrottle() => Take(ref _throttles);

    internal bool TakeFailure() => Take(ref _failures);

    private static bool Take(ref int left)
    {
        for (var seen = Volatile.Read(ref left); seen > 0; seen = Volatile.Read(ref left))
        {
            if (Interlocked.CompareExchange(ref left, seen - 1, seen) == seen)
            {
                return true;
            }
        }

        return false;
    }
}
