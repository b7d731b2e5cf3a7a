using System.Globalization;

namespace Cutover.Cli.Terminal;

/// <summary>Figures and words as a terminal shows them. Times are UTC, as in the host's own words.</summary>
internal static class Figures
{
    public static string Share(double fraction) => (fraction * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    /// <summary>For example "45 s", "12 min", "1 min 20 s", "3 h 5 min".</summary>
    public static string Duration(double seconds)
    {
        var span = TimeSpan.FromSeconds(Math.Max(0, Math.Round(seconds)));
        var (whole, unit, rest, smaller) = span.TotalHours >= 1
            ? ((int)span.TotalHours, "h", span.Minutes, "min")
            : (span.Minutes, "min", span.Seconds, "s");
        return (whole, rest) switch
        {
            (0, _) => $"{rest} {smaller}",
            (_, 0) => $"{whole} {unit}",
            _ => $"{whole} {unit} {rest} {smaller}",
        };
    }

    public static string Clock(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The text without line breaks and terminal controls: it may come from anyone.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
