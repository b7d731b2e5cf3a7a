using System.Collections.Immutable;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The periods that CloudWatch has: 1, 5, 10, 20, 30 and multiples of 60 seconds, up to a day.</summary>
internal static class Periods
{
    private static readonly ImmutableArray<TimeSpan> Short =
        [.. new[] { 1, 5, 10, 20, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    public static bool IsValid(TimeSpan period) => NearestTo(period) == period;

    /// <summary>The nearest valid period; the longer one when two are equally near.</summary>
    public static TimeSpan NearestTo(TimeSpan period)
    {
        var minutes = Math.Clamp(Math.Round(period.TotalMinutes, MidpointRounding.AwayFromZero), 1, TimeSpan.MinutesPerDay);
        return Short.Add(TimeSpan.FromMinutes((long)minutes)).MinBy(valid => ((valid - period).Duration(), -valid));
    }
}
