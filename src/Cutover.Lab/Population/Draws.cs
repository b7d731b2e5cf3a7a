namespace Cutover.Lab.Population;

/// <summary>Times drawn by chance.</summary>
internal static class Draws
{
    /// <summary>Exponentially distributed: how much longer it takes does not depend on how long it has taken.</summary>
    public static TimeSpan Exponential(this Random random, TimeSpan mean) => mean * -Math.Log(1 - random.NextDouble());

    /// <summary>Uniform from half to one and a half of the mean; an infinite mean stays infinite.</summary>
    public static TimeSpan Around(this Random random, TimeSpan mean) =>
        mean == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : mean * (0.5 + random.NextDouble());

    /// <summary>Full jitter: uniform from zero to the base doubled with every failure in a row, never above the cap.</summary>
    public static TimeSpan Backoff(this Random random, int failures, TimeSpan first, TimeSpan cap)
    {
        const int MostDoublings = 20; // Beyond it no sensible cap is left to reach, and the product would overflow.
        var longest = first * Math.Pow(2, Math.Min(failures, MostDoublings));
        return random.NextDouble() * (longest < cap ? longest : cap);
    }
}
