using Cutover.Core.Statistics;

namespace Cutover.Core.Gates;

/// <summary>The newest events of a stack.</summary>
/// <param name="Asked">How far back they should go.</param>
/// <param name="Seen">How far back they do; shorter for a run that is younger.</param>
public readonly record struct BurnWindow(TimeSpan Asked, TimeSpan Seen, Tally Events)
{
    /// <summary>How many times faster than the SLO allows they fail; null without events.</summary>
    /// <param name="errorRate">The share that may fail, above 0.</param>
    public double? Burn(double errorRate) => Events.Exposure > 0 ? Events.Rate / errorRate : null;

    /// <summary>True when they burn at least so fast.</summary>
    public bool Burns(double errorRate, double factor) => Burn(errorRate) >= factor;
}
