namespace Cutover.Engine.Probes;

/// <summary>Cuts a stretch of time at the whole seconds.</summary>
internal static class Seconds
{
    /// <summary>
    /// The pieces of (from, to], each with the whole second it lies in; the first and the last may be shorter than a second.
    /// </summary>
    public static IEnumerable<(DateTimeOffset Second, DateTimeOffset From, DateTimeOffset To)> Of(DateTimeOffset from, DateTimeOffset to)
    {
        while (from < to)
        {
            var second = from.AddTicks(-(from.UtcTicks % TimeSpan.TicksPerSecond));
            var end = second.AddSeconds(1) < to ? second.AddSeconds(1) : to;
            yield return (second, from, end);
            from = end;
        }
    }
}
