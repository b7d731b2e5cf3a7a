using System.Globalization;

namespace Cutover.Bench;

/// <summary>Least, median, 99th percentile (nearest rank) and greatest of some values, in columns.</summary>
internal static class Spread
{
    public static string Heading { get; } = $"{"min",8} {"median",8} {"p99",8} {"max",8}";

    public static string Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0
            ? $"{"-",8} {"-",8} {"-",8} {"-",8}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{sorted[0],8:0.0} {Rank(sorted, 0.5),8:0.0} {Rank(sorted, 0.99),8:0.0} {sorted[^1],8:0.0}");
    }

    private static double Rank(List<double> sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
}
