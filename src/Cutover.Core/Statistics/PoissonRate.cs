namespace Cutover.Core.Statistics;

/// <summary>
/// A rate of events with its exact confidence interval (Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28, 1936): the
/// true rate lies within it with at least the stated confidence, however few events there were.
/// </summary>
/// <param name="Events">How many were seen.</param>
/// <param name="Exposure">What they were seen in: the rate's unit is events per unit of it.</param>
/// <param name="Low">Lower bound of the rate; 0 without events.</param>
/// <param name="High">Upper bound of the rate.</param>
public sealed record PoissonRate(long Events, double Exposure, double Low, double High)
{
    public double Value => Events / Exposure;

    /// <param name="events">At least 0.</param>
    /// <param name="exposure">Above 0.</param>
    /// <param name="confidence">Above 0 and below 1.</param>
    public static PoissonRate Of(long events, double exposure, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exposure);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        var outside = (1 - confidence) / 2;
        var low = events == 0 ? 0 : IncompleteGamma.Quantile(events, outside);
        return new PoissonRate(events, exposure, low / exposure, IncompleteGamma.Quantile(events + 1, 1 - outside) / exposure);
    }
}
