namespace Cutover.Lab.Route53;

/// <summary>The token bucket of the account: full at the start, refilled continuously.</summary>
internal sealed class RequestBudget(int perSecond, TimeProvider time)
{
    private readonly Lock _gate = new();
    private double _tokens = perSecond;
    private long _filledAt = time.GetTimestamp();

    internal bool TrySpend()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _tokens = Math.Min(perSecond, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
            _filledAt = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
