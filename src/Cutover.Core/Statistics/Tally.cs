namespace Cutover.Core.Statistics;

/// <summary>Events that were counted, and what they were seen in.</summary>
/// <param name="Events">At least 0.</param>
/// <param name="Exposure">
/// Trials, or connections times time: the rate is events per unit of it. At least 0; nothing can be said of no exposure.
/// </param>
public readonly record struct Tally(long Events, double Exposure)
{
    public double Rate => Events / Exposure;

    public static Tally operator +(Tally one, Tally other) => new(one.Events + other.Events, one.Exposure + other.Exposure);
}
