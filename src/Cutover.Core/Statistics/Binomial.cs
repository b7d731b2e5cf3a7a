namespace Cutover.Core.Statistics;

/// <summary>
/// How many of a number of independent trials succeed when each does with the same chance. Probabilities are 0 to 1, with a relative
/// error of about 1e-13 up to 20,000 trials. Point probabilities by Loader's saddle-point form (see <see cref="Deviance"/>), tails by
/// adding them up from the largest on: P(k − 1) = P(k) · k/(n − k + 1) · (1 − p)/p.
/// </summary>
public readonly record struct Binomial
{
    /// <param name="trials">0 or more.</param>
    /// <param name="chance">Of one success, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of these ranges.</exception>
    public Binomial(int trials, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfLessThan(chance, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chance, 1);
        (Trials, Chance) = (trials, chance);
    }

    public int Trials { get; }

    public double Chance { get; }

    /// <summary>The likeliest count; of two the larger.</summary>
    public int Mode => Math.Min(Trials, (int)((Trials + 1) * Chance));

    /// <summary>The probability of exactly this count; 0 for a count that cannot be.</summary>
    public double Probability(int count)
    {
        if (count < 0 || count > Trials || Chance is 0 or 1)
        {
            return count == Chance * Trials ? 1 : 0;
        }

        if (count == 0 || count == Trials)
        {
            return count == 0 ? Math.Exp(Trials * LogOnePlus(-Chance)) : Math.Pow(Chance, Trials);
        }

        return Inner(count);
    }

    /// <summary>The probability of this count or fewer.</summary>
    public double AtMost(int count) => count >= Trials ? 1 : count < Chance * Trials ? LowerTail(count) : 1 - UpperTail(count + 1);

    /// <summary>The probability of this count or more.</summary>
    public double AtLeast(int count) => count <= 0 ? 1 : count > Chance * Trials ? UpperTail(count) : 1 - LowerTail(count - 1);

    /// <summary>The probability of a count in the range, both ends included.</summary>
    public double Within(CountRange range) =>
        range.From > Mode ? AtLeast(range.From) - AtLeast(range.To + 1) : AtMost(range.To) - AtMost(range.From - 1);

    private double Inner(int count)
    {
        var others = Trials - count;
        var log = Deviance.StirlingError(Trials) - Deviance.StirlingError(count) - Deviance.StirlingError(others)
            - Deviance.Of(count, Trials * Chance) - Deviance.Of(others, Trials * (1 - Chance));
        return Math.Exp(log) * Math.Sqrt(Trials / (Math.Tau * count * others));
    }

    private double LowerTail(int count)
    {
        var (sum, odds) = (0.0, (1 - Chance) / Chance);
        for (var (k, term) = (count, Probability(count)); sum + term != sum; k--)
        {
            sum += term;
            term *= k / (Trials - k + 1.0) * odds;
        }

        return Math.Min(1, sum);
    }

    private double UpperTail(int count)
    {
        var (sum, odds) = (0.0, Chance / (1 - Chance));
        for (var (k, term) = (count, Probability(count)); sum + term != sum; k++)
        {
            sum += term;
            term *= (Trials - k) / (k + 1.0) * odds;
        }

        return Math.Min(1, sum);
    }

    // ln(1 + x) for small x, which Math.Log(1 + x) would round away (Kahan).
    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
