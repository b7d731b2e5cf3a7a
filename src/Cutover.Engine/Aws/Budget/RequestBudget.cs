namespace Cutover.Engine.Aws.Budget;

/// <summary>
/// The request tokens of one account. A token comes back one second after it was taken, so no second ever sees more
/// requests than there are tokens. Urgent requests go before all normal ones, and the last token is theirs alone
/// (unless it is the only one); within a priority the order is that of asking. After Throttling there are fewer tokens for a while.
/// </summary>
internal sealed class RequestBudget : IDisposable
{
    // The odd 50 ms: requests do not all take equally long to arrive, and AWS counts arrivals, not departures.
    private static readonly TimeSpan Return = TimeSpan.FromMilliseconds(1050);

    private readonly Lock gate = new();
    private readonly Queue<long> taken = new();
    private readonly LinkedList<TokenRequest> urgent = [];
    private readonly LinkedList<TokenRequest> normal = [];
    private readonly TimeProvider time;
    private readonly AdaptiveRate rate;
    private readonly Action<CallPriority, TimeSpan>? waited;
    private readonly ITimer timer;
    private bool disposed;

    /// <param name="requestsPerSecond">1 or more.</param>
    /// <param name="waited">Told of every token that is granted, and how long it was waited for. Must not call the budget.</param>
    public RequestBudget(int requestsPerSecond, TimeProvider time, Action<CallPriority, TimeSpan>? waited = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(requestsPerSecond, 1);
        (this.time, this.waited) = (time, waited);
        rate = new AdaptiveRate(requestsPerSecond, time);
        timer = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Requests a second that are allowed at this moment.</summary>
    public int Rate
    {
        get
        {
            lock (gate)
            {
                return rate.At(time.GetTimestamp());
            }
        }
    }

    /// <summary>Completes when the caller may send one request. A cancelled wait takes no token.</summary>
    public Task TakeAsync(CallPriority priority, CancellationToken cancellationToken)
    {
        var request = new TokenRequest(QueueOf(priority), priority, time.GetTimestamp());
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            request.Enqueue();
            request.Cancellation = cancellationToken.UnsafeRegister((_, token) => Cancel(request, token), null);
            Grant();
        }

        return request.Task;
    }

    /// <summary>AWS throttled a request: there is less to spend than there was.</summary>
    public void Throttled()
    {
        lock (gate)
        {
            rate.Lower(time.GetTimestamp());
        }
    }

    /// <summary>How many requests wait for a token.</summary>
    public int Waiting(CallPriority priority)
    {
        lock (gate)
        {
            return QueueOf(priority).Count;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            timer.Dispose();
            foreach (var request in urgent.Concat(normal))
            {
                request.TrySetException(new ObjectDisposedException(nameof(RequestBudget)));
            }
        }
    }

    private LinkedList<TokenRequest> QueueOf(CallPriority priority) => priority is CallPriority.Urgent ? urgent : normal;

    private void Pump()
    {
        lock (gate)
        {
            Grant();
        }
    }

    private void Cancel(TokenRequest request, CancellationToken token)
    {
        lock (gate)
        {
            // Who waits behind needs nothing: it waits for a token too, and the timer is set for that.
            request.Abandon(token);
        }
    }

    private void Grant()
    {
        var now = time.GetTimestamp();
        while (taken.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= Return)
        {
            taken.Dequeue();
        }

        var tokens = rate.At(now);
        while (Next(tokens) is { } request)
        {
            taken.Enqueue(now);
            request.Grant();
            waited?.Invoke(request.Priority, time.GetElapsedTime(request.AskedAt, now));
        }

        WakeAtNextReturn(now);
    }

    private TokenRequest? Next(int tokens) => urgent.First is { } first
        ? taken.Count < tokens ? first.Value : null
        : taken.Count < Math.Max(1, tokens - 1) ? normal.First?.Value : null;

    private void WakeAtNextReturn(long now)
    {
        if (disposed || urgent.Count + normal.Count == 0)
        {
            return;
        }

        // Timers count whole milliseconds and cut the rest off: a wake-up must never come before the token does.
        var due = Return - time.GetElapsedTime(taken.Peek(), now);
        timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(due.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
