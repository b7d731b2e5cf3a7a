using System.Globalization;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Web.Components.Looks;

/// <summary>Numbers and times as the dashboard writes them.</summary>
public static class Words
{
    /// <summary>A share from 0 to 1, for example "12.5 %".</summary>
    public static string Share(double share) =>
        (share * 100).ToString(share is > 0 and < 0.1 ? "0.0#" : "0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>Time of day in UTC.</summary>
    public static string Clock(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Day and time in UTC.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A duration of whole seconds, for example "1m30s".</summary>
    public static string Seconds(double seconds) => DurationNotation.Write(TimeSpan.FromSeconds(Math.Round(seconds)));

    /// <summary>How long ago, in one unit, for example "12 s ago".</summary>
    public static string Age(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalSeconds: < 1 } => "just now",
        { TotalSeconds: < 100 } span => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalSeconds)} s ago"),
        { TotalMinutes: < 100 } span => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalMinutes)} min ago"),
        { TotalHours: < 48 } span => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalHours)} h ago"),
        var span => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalDays)} d ago"),
    };

    /// <summary>Minutes and seconds, for example "0:07" or "1:02:03"; never below zero.</summary>
    public static string Countdown(TimeSpan left)
    {
        var rest = TimeSpan.FromSeconds(Math.Ceiling(Math.Max(0, left.TotalSeconds)));
        return rest.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)rest.TotalHours}:{rest.Minutes:00}:{rest.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{rest.Minutes}:{rest.Seconds:00}");
    }
}
