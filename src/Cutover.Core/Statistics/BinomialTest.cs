namespace Cutover.Core.Statistics;

/// <summary>
/// The exact two-sided test of a count against a share by the method of small p-values: as extreme as a count is every count that is not
/// more probable than it (J. D. Gibbons and J. W. Pratt, "P-Values: Interpretation and Methodology", The American Statistician 29
/// (1975)). Its false-alarm rate never exceeds the level it is used at.
/// </summary>
public static class BinomialTest
{
    // Counts that are equally probable on paper may differ in the last digits here.
    private const double Tie = 1 + 1e-9;

    /// <summary>The probability, 0 to 1, of a count as extreme as this one if the share is the true one.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="share">0 to 1.</param>
    public static double PValue(int successes, int trials, double share)
    {
        var binomial = new Binomial(trials, share);
        var mode = binomial.Mode;
        var bound = binomial.Probability(successes) * Tie;
        if (successes == mode)
        {
            return 1;
        }

        return Math.Min(1, successes < mode
            ? binomial.AtMost(successes) + binomial.AtLeast(First(mode - 1, trials + 1, count => binomial.Probability(count) <= bound))
            : binomial.AtLeast(successes) + binomial.AtMost(First(-1, mode + 1, count => binomial.Probability(count) > bound) - 1));
    }

    /// <summary>The counts that the test does not reject: those with a p-value above the level.</summary>
    /// <param name="trials">0 or more.</param>
    /// <param name="share">0 to 1.</param>
    /// <param name="level">The false-alarm rate that must not be exceeded, 0 to 1.</param>
    public static CountRange Accepted(int trials, double share, double level)
    {
        var mode = new Binomial(trials, share).Mode;
        return new(
            First(-1, mode, count => PValue(count, trials, share) > level),
            First(mode, trials + 1, count => PValue(count, trials, share) <= level) - 1);
    }

    /// <summary>The first count above one with a property that, once had, is kept; at most the last.</summary>
    private static int First(int below, int last, Func<int, bool> has)
    {
        while (last - below > 1)
        {
            var middle = below + ((last - below) / 2);
            (below, last) = has(middle) ? (below, middle) : (middle, last);
        }

        return last;
    }
}
