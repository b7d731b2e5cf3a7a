using System.Globalization;
using Cutover.Core.Playbooks;

namespace Cutover.Core.StackStatistics;

/// <summary>Shares of connections and their forecasts, as people read them.</summary>
public static class ShareWords
{
    // Below this, minutes would say less than is known.
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(10);

    /// <summary>For example "31.2 %" or "0.95 %".</summary>
    public static string Of(Share share) =>
        share.Percent.ToString(share.Percent < 10 ? "0.##" : "0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>The target's share of the open connections, with its bounds where they differ: "31.2 %" or "30-33.5 %".</summary>
    public static string Resident(TrafficShares shares) => (Of(shares.Low), Of(shares.High)) switch
    {
        _ when shares.Resident is null => "not known",
        var (low, high) when low == high => low,
        var (low, high) => $"{low[..^2]}-{high}",
    };

    /// <summary>For example "expected at 14:32 UTC (14:25-14:44)".</summary>
    /// <param name="forecast">When a share is reached.</param>
    /// <param name="now">Times of another day are written with their day, and times soon to come with their seconds.</param>
    public static string When(ShareForecast forecast, DateTimeOffset now) => forecast switch
    {
        ShareReached => "reached",
        ShareExpected expected => $"expected at {Likely(expected, now)} ({Range(expected, now)})",
        ShareNever never => $"not to be reached: {never.Why}",
        ShareUnknown unknown => $"nobody knows when: {unknown.Why}",
        _ => throw new ArgumentOutOfRangeException(nameof(forecast)),
    };

    /// <summary>For example "14:32 UTC".</summary>
    public static string Likely(ShareExpected expected, DateTimeOffset now) => $"{Clock(expected.Likely, now, IsNear(expected, now))} UTC";

    private static string Range(ShareExpected expected, DateTimeOffset now)
    {
        var near = IsNear(expected, now);
        var earliest = Clock(expected.Earliest, now, near);
        return expected.Latest is { } latest ? $"{earliest}-{Clock(latest, now, near)}" : $"{earliest} at the earliest";
    }

    private static bool IsNear(ShareExpected expected, DateTimeOffset now) => expected.Likely - now < Near;

    private static string Clock(DateTimeOffset at, DateTimeOffset now, bool near) => at.UtcDateTime.ToString(
        (at.UtcDateTime.Date == now.UtcDateTime.Date ? string.Empty : "yyyy-MM-dd ") + (near ? "HH:mm:ss" : "HH:mm"),
        CultureInfo.InvariantCulture);
}
