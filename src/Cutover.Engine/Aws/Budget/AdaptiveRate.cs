namespace Cutover.Engine.Aws.Budget;

/// <summary>
/// How many requests a second the account bears at this moment. Other users of the account share its allowance, so Throttling means that
/// there is less than was configured: the rate is halved, and comes back by one request a second for every <see cref="Recovery"/> without
/// another Throttling. Not safe for several threads: the budget's lock guards it.
/// </summary>
internal sealed class AdaptiveRate
{
    public static readonly TimeSpan Recovery = TimeSpan.FromSeconds(10);

    // Requests sent together are throttled together: that is one sign of too high a rate, not several.
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(1);

    // Two, so that one of them can be kept for a rollback.
    private const int FewestOfMany = 2;

    private readonly int most;
    private readonly TimeProvider time;
    private int lowest;
    private long? loweredAt;

    public AdaptiveRate(int most, TimeProvider time) => (this.most, lowest, this.time) = (most, most, time);

    /// <summary>Requests a second; <paramref name="now"/> is a timestamp of the clock.</summary>
    public int At(long now) => loweredAt is { } at ? (int)Math.Min(most, lowest + (time.GetElapsedTime(at, now) / Recovery)) : most;

    /// <summary>Halves the rate, once for all that is throttled together.</summary>
    public void Lower(long now)
    {
        if (loweredAt is { } at && time.GetElapsedTime(at, now) < Together)
        {
            return;
        }

        (lowest, loweredAt) = (Math.Max(Math.Min(FewestOfMany, most), At(now) / 2), now);
    }
}
