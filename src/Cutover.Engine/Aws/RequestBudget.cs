namespace Cutover.Engine.Aws;

/// <summary>
/// The request tokens of one account. A token comes back one second after it was taken, so no second ever sees more
/// requests than there are tokens. Urgent requests go before all normal ones, and the last token is theirs alone
/// (unless it is the only one); within a priority the order is that of asking.
/// </summary>
public sealed class RequestBudget : IDisposable
{
    // The odd 50 ms: requests do not all take equally long to arrive, and AWS counts arrivals, not departures.
    private static readonly TimeSpan Return = TimeSpan.FromMilliseconds(1050);

    private readonly Lock gate = new();
    private readonly Queue<long> taken = new();
    private readonly LinkedList<TokenRequest> urgent = [];
    private readonly LinkedList<TokenRequest> normal = [];
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private readonly int tokens;
    private bool disposed;

    /// <param name="requestsPerSecond">1 or more.</param>
    public RequestBudget(int requestsPerSecond, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(requestsPerSecond, 1);
        tokens = requestsPerSecond;
        this.time = time;
        timer = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private int TokensForNormal => tokens is 1 ? 1 : tokens - 1;

    /// <summary>Completes when the caller may send one request. A cancelled wait takes no token.</summary>
    public Task TakeAsync(CallPriority priority, CancellationToken cancellationToken)
    {
        var request = new TokenRequest(priority is CallPriority.Urgent ? urgent : normal);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            request.Enqueue();
            request.Cancellation = cancellationToken.UnsafeRegister((_, token) => Cancel(request, token), null);
            Grant();
        }

        return request.Task;
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

        while (Next() is { } request)
        {
            taken.Enqueue(now);
            request.Grant();
        }

        WakeAtNextReturn(now);
    }

    private TokenRequest? Next() => urgent.First is { } first
        ? taken.Count < tokens ? first.Value : null
        : taken.Count < TokensForNormal ? normal.First?.Value : null;

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
