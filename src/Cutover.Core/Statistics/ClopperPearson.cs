namespace Cutover.Core.Statistics;

/// <summary>
/// The exact confidence interval of a binomial share: C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits
/// illustrated in the case of the binomial", Biometrika 26 (1934). Its coverage is never below the confidence.
/// </summary>
public static class ClopperPearson
{
    // Halving 0 to 1 this often leaves less than the distance of two doubles near any share that a count can give.
    private const int Halvings = 70;

    /// <summary>The shares, 0 to 1, under which neither this count or more nor this count or fewer would be too rare.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more; without a trial any share may be.</param>
    /// <param name="confidence">Between 0 and 1, for example 0.95.</param>
    public static Interval Of(int successes, int trials, double confidence)
    {
        var tail = (1 - confidence) / 2;
        var low = successes == 0 ? 0 : Crossing(share => new Binomial(trials, share).AtLeast(successes) < tail);
        var high = successes == trials ? 1 : Crossing(share => new Binomial(trials, share).AtMost(successes) > tail);
        return new(low, high);
    }

    /// <summary>Where a condition that holds for small shares ceases to hold.</summary>
    private static double Crossing(Func<double, bool> holds)
    {
        var (low, high) = (0.0, 1.0);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
