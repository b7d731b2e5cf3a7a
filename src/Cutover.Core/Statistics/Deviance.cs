namespace Cutover.Core.Statistics;

/// <summary>
/// The two small quantities that a binomial probability is computed from without cancellation: C. Loader, "Fast and Accurate
/// Computation of Binomial Probabilities" (2000). Logarithms of factorials would lose as many digits as they have before the point.
/// </summary>
internal static class Deviance
{
    private const int LargestExactFactorial = 15;

    /// <summary>ln n! less Stirling's formula, ln(√(2πn) (n/e)^n), for n ≥ 1; about 1/(12 n).</summary>
    public static double StirlingError(int n)
    {
        if (n <= LargestExactFactorial)
        {
            return Math.Log(Factorial(n)) - (0.5 * Math.Log(Math.Tau * n)) - (n * Math.Log(n)) + n;
        }

        // The series of ln Γ (Abramowitz and Stegun 6.1.41); from n = 16 on the first term left out is below 1e-15.
        var square = 1.0 / n / n;
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - square / 1188) * square) * square) * square) / n;
    }

    /// <summary>x ln(x/mean) + mean − x for x and mean above 0: how far a count lies from its mean; 0 at the mean.</summary>
    public static double Of(double x, double mean) =>
        Math.Abs(x - mean) < 0.1 * (x + mean) ? Near(x, mean) : (x * Math.Log(x / mean)) + mean - x;

    // Near the mean the terms above cancel; with v = (x − mean)/(x + mean) the same is (x − mean)v + 2x(v³/3 + v⁵/5 + …).
    private static double Near(double x, double mean)
    {
        var v = (x - mean) / (x + mean);
        var (sum, power) = ((x - mean) * v, 2 * x * v);
        for (var odd = 3; ; odd += 2)
        {
            power *= v * v;
            var next = sum + (power / odd);
            if (next == sum)
            {
                return next;
            }

            sum = next;
        }
    }

    private static double Factorial(int n)
    {
        var product = 1.0;
        for (var factor = 2; factor <= n; factor++)
        {
            product *= factor;
        }

        return product;
    }
}
