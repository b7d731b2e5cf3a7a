using System.Globalization;

namespace Cutover.Engine.Aws;

/// <summary>A clock's difference in words.</summary>
internal static class ClockWords
{
    /// <param name="offset">AWS's time minus this machine's.</param>
    public static string Of(TimeSpan offset) => $"{Length(offset.Duration())} {(offset > TimeSpan.Zero ? "behind" : "ahead of")} AWS's";

    private static string Length(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):0} h {time.Minutes} min")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s");
}
