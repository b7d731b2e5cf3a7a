namespace Cutover.Lab.CloudWatch.Metrics;

/// <summary>The stretch of time a query asks for.</summary>
/// <param name="Start">Inclusive, once rounded down to a period.</param>
/// <param name="End">Exclusive.</param>
/// <param name="AsOf">What was readable at this moment is all there is: later pages of one answer see what the first one saw.</param>
internal sealed record QueryWindow(DateTimeOffset Start, DateTimeOffset End, DateTimeOffset AsOf)
{
    /// <summary>The periods of the window that have begun.</summary>
    internal IEnumerable<DateTimeOffset> Periods(int seconds)
    {
        for (var at = Period.Begin(Start, seconds); at < End && at <= AsOf; at = at.AddSeconds(seconds))
        {
            yield return at;
        }
    }
}
