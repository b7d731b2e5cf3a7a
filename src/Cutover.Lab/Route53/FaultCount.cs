namespace Cutover.Lab.Route53;

/// <summary>How many more requests a fault strikes. Safe to set and take from several threads.</summary>
public sealed class FaultCount
{
    private int _remaining;

    /// <summary>Requests still to be struck.</summary>
    public int Remaining => Volatile.Read(ref _remaining);

    /// <summary>Strikes the next <paramref name="requests"/> requests; zero calls the fault off.</summary>
    public void Next(int requests) => Volatile.Write(ref _remaining, requests);

    internal bool TryTake()
    {
        int seen;
        do
        {
            seen = Remaining;
        }
        while (seen > 0 && Interlocked.CompareExchange(ref _remaining, seen - 1, seen) != seen);
        return seen > 0;
    }
}
