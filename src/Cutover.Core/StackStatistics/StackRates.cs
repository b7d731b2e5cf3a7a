using System.Collections.Immutable;

namespace Cutover.Core.StackStatistics;

/// <summary>Events per second; never negative.</summary>
public sealed record StackRates(
    double NewConnections, double UpgradesBegun, double Upgrades, double ConnectionErrors, double Responses5xx)
{
    /// <summary>The sum of the instances' own rates, so that one out of sight for a while does not look like less traffic.</summary>
    public static StackRates Of(ImmutableArray<WindowCount> counted)
    {
        double Rate(Func<WindowCount, double> count) =>
            counted.Where(one => one.Covered > TimeSpan.Zero).Sum(one => count(one) / one.Covered.TotalSeconds);

        return new StackRates(
            Rate(one => one.NewConnections),
            Rate(one => one.UpgradesBegun),
            Rate(one => one.Upgrades),
            Rate(one => one.ConnectionErrors),
            Rate(one => one.Responses5xx));
    }
}
