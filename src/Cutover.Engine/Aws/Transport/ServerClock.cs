namespace Cutover.Engine.Aws.Transport;

/// <summary>A service's clock as far as it is known: this machine's, corrected by what answers said when it mattered.</summary>
internal sealed class ServerClock(TimeProvider time)
{
    // Signatures are good for five minutes; what is nearer than this was not refused for the clock's sake.
    private static readonly TimeSpan Meaningful = TimeSpan.FromMinutes(4);

    private long offset;

    /// <summary>The service's time minus this machine's; zero until an answer proved otherwise.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref offset));

    /// <summary>The time to sign with.</summary>
    public DateTimeOffset Now => time.GetUtcNow() + Offset;

    /// <summary>How far the service's time is from this machine's.</summary>
    public TimeSpan? OffsetOf(DateTimeOffset? serverTime) => serverTime - time.GetUtcNow();

    /// <summary>Takes the service's time over. True when a request signed anew has a time that one signed then had not.</summary>
    public bool Correct(DateTimeOffset signedAt, DateTimeOffset? serverTime)
    {
        if (serverTime is not { } there || (there - signedAt).Duration() < Meaningful)
        {
            return false;
        }

        Interlocked.Exchange(ref offset, (there - time.GetUtcNow()).Ticks);
        return true;
    }
}
