namespace Cutover.Core.StackStatistics;

/// <summary>How fast open WebSockets end.</summary>
/// <param name="Ended">How many ended while they were watched.</param>
/// <param name="ResidentMinutes">Open WebSockets times the minutes they were watched.</param>
public sealed record Churn(double Ended, double ResidentMinutes)
{
    /// <summary>Two-sided 95 %.</summary>
    private const double Z = 1.96;

    /// <summary>Ended per open WebSocket and minute, the inverse of the mean lifetime; null when nothing was open.</summary>
    public double? PerMinute => ResidentMinutes > 0 ? Ended / ResidentMinutes : null;

    /// <summary>
    /// Lower end of the 95 % interval of <see cref="PerMinute"/>: Byar's approximation of the exact Poisson limits (Breslow and Day,
    /// Statistical Methods in Cancer Research II, 1987, chapter 2).
    /// </summary>
    public double Low => ResidentMinutes > 0 && Ended >= 1 ? Limit(Ended, -Z) / ResidentMinutes : 0;

    /// <summary>Upper end of the same interval; infinite when nothing was open.</summary>
    public double High => ResidentMinutes > 0 ? Limit(Ended + 1, Z) / ResidentMinutes : double.PositiveInfinity;

    private static double Limit(double count, double z)
    {
        var root = 1 - (1 / (9 * count)) + (z / (3 * Math.Sqrt(count)));
        return Math.Max(0, count * root * root * root);
    }
}
