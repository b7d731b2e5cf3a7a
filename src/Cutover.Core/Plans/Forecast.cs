namespace Cutover.Core.Plans;

/// <summary>What was measured of earlier changes; null where nothing was, so that an assumption stands in.</summary>
/// <param name="Decide">From what made the machine act until its command went out.</param>
/// <param name="Write">From the request until Route 53 had accepted the batch, waits for the budget and retries included.</param>
/// <param name="Sync">From PENDING to INSYNC.</param>
public sealed record Forecast(MeasuredTime? Decide, MeasuredTime? Write, MeasuredTime? Sync)
{
    public static Forecast Unmeasured { get; } = new(null, null, null);
}
