using System.Numerics;

namespace Cutover.Core.Tests.Statistics;

/// <summary>
/// The binomial distribution in whole numbers of any size, slow and without rounding: with a chance of a/b, the probability of k is
/// C(n, k) aᵏ (b − a)ⁿ⁻ᵏ / bⁿ.
/// </summary>
internal sealed class ExactBinomial
{
    private readonly BigInteger[] _numerators;
    private readonly BigInteger _denominator;

    public ExactBinomial(int trials, int a, int b)
    {
        _denominator = BigInteger.Pow(b, trials);
        _numerators = new BigInteger[trials + 1];
        var choose = BigInteger.One;
        for (var k = 0; k <= trials; k++)
        {
            _numerators[k] = choose * BigInteger.Pow(a, k) * BigInteger.Pow(b - a, trials - k);
            choose = choose * (trials - k) / (k + 1);
        }
    }

    public double Probability(int count) => Ratio(_numerators[count], _denominator);

    public double AtMost(int count) => Sum(_numerators.Take(count + 1));

    public double AtLeast(int count) => Sum(_numerators.Skip(count));

    /// <summary>All counts that are not more probable than this one, added up.</summary>
    public double PValue(int count) => Sum(_numerators.Where(numerator => numerator <= _numerators[count]));

    private double Sum(IEnumerable<BigInteger> numerators) =>
        Ratio(numerators.Aggregate(BigInteger.Zero, (sum, n) => sum + n), _denominator);

    /// <summary>The nearest double to within 2⁻⁸⁰ or so.</summary>
    public static double Ratio(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero)
        {
            return 0;
        }

        var shift = (int)Math.Max(0, denominator.GetBitLength() - numerator.GetBitLength() + 80);
        return Math.ScaleB((double)((numerator << shift) / denominator), -shift);
    }
}
