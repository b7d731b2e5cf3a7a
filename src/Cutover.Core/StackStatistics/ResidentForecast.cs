using Cutover.Core.Playbooks;

namespace Cutover.Core.StackStatistics;

/// <summary>
/// Forecasts the resident share by exponential replacement: connections end at the measured churn μ whatever their age, and each comes
/// back at once to the target with the probability of its weight w. Then the share tends to w as s(t) = w + (s₀ - w) e^(-μt), and reaches x
/// after ln((w - s₀) / (w - x)) / μ.
/// </summary>
public static class ResidentForecast
{
    /// <summary>
    /// Two-sided 95 %. This and the 95 % of the churn are independent and are added, not squared and added: together they hold at least as
    /// often as each alone.
    /// </summary>
    private const double Z = 1.96;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <param name="now">The shares as they stand.</param>
    /// <param name="reach">The resident share that is waited for.</param>
    /// <param name="weight">The target's share of the answers, as it is in force.</param>
    public static ShareForecast When(TrafficShares now, Share reach, Share weight)
    {
        if (now.Resident is not { } resident)
        {
            return new ShareUnknown("no open connection is in sight");
        }

        if (resident >= reach)
        {
            return new ShareReached();
        }

        if (weight <= reach)
        {
            return new ShareNever($"at a weight of {weight} the share of open connections tends to {weight} and never reaches {reach}");
        }

        return now.Churn.PerMinute is > 0 and var churn
            ? Expect(now, reach.Fraction, weight.Fraction, resident.Fraction, churn)
            : new ShareUnknown("not one connection has ended yet, so the churn is not known");
    }

    private static ShareExpected Expect(TrafficShares now, double reach, double weight, double resident, double churn)
    {
        // However well the churn is known, single connections come and go by chance: the share strays around its mean.
        var stray = Z * Math.Sqrt(Math.Max(reach * (1 - reach), weight * (1 - weight)) / now.Residents);
        var earliest = Minutes(resident, Math.Max(resident, reach - stray), weight, now.Churn.High) ?? 0;
        var latest = Minutes(resident, reach + stray, weight, now.Churn.Low);
        return new ShareExpected(
            now.At + Span(Minutes(resident, reach, weight, churn)!.Value),
            now.At + Span(earliest),
            latest is { } minutes && Span(minutes) < Longest ? now.At + Span(minutes) : null);
    }

    private static double? Minutes(double from, double to, double weight, double churn) =>
        to < weight && churn > 0 ? Math.Log((weight - from) / (weight - to)) / churn : null;

    private static TimeSpan Span(double minutes) => minutes < Longest.TotalMinutes ? TimeSpan.FromMinutes(minutes) : Longest;
}
