namespace Cutover.Lab.CloudWatch.Metrics;

/// <summary>Periods in whole seconds, and where they begin: at multiples of themselves since 1970.</summary>
internal static class Period
{
    internal static bool IsValid(int seconds) => seconds is 1 or 5 or 10 or 20 or 30 || (seconds > 0 && seconds % 60 == 0);

    internal static DateTimeOffset Begin(DateTimeOffset time, int seconds)
    {
        var ticks = time.UtcTicks;
        return new(ticks - (ticks % TimeSpan.FromSeconds(seconds).Ticks), TimeSpan.Zero);
    }
}
