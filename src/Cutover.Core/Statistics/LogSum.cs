namespace Cutover.Core.Statistics;

/// <summary>Sums of numbers that are too large or too small for a double and are given by their logarithms.</summary>
internal static class LogSum
{
    public static double Of(double one, double other)
    {
        var (high, low) = one > other ? (one, other) : (other, one);
        return double.IsNegativeInfinity(high) ? high : high + Math.Log(1 + Math.Exp(low - high));
    }

    public static double Of(ReadOnlySpan<double> logs)
    {
        var high = double.NegativeInfinity;
        foreach (var log in logs)
        {
            high = Math.Max(high, log);
        }

        if (double.IsNegativeInfinity(high))
        {
            return high;
        }

        var sum = 0.0;
        foreach (var log in logs)
        {
            sum += Math.Exp(log - high);
        }

        return high + Math.Log(sum);
    }
}
