namespace Cutover.Core.Statistics;

/// <summary>
/// Tells events that fail more often than an SLO allows from chance. A count is judged by its exact tail among Poisson counts at the SLO's
/// own rate; of independent trials the tail is smaller still (T. W. Anderson and S. M. Samuels, "Some inequalities among binomial and
/// Poisson probabilities", Fifth Berkeley Symposium, 1967). The j-th look of a run has the level α/(3·j·(j + 1)) for each of the three
/// questions of a gate (two pairs of windows and the run's budget); these add up to α, so by the union bound a run at the SLO's rate, however
/// long it is and however its windows overlap, ever fails with a probability of at most α.
/// </summary>
public static class BurnTest
{
    /// <summary>The probability, at most, that a gate ever fails in a run whose events fail no more often than the SLO allows.</summary>
    public const double Alpha = 0.001;

    private const int Questions = 3;

    /// <summary>True when so many failures are not explained by the SLO's rate.</summary>
    /// <param name="seen">Failures, and all events.</param>
    /// <param name="rate">The share that may fail, above 0.</param>
    /// <param name="look">From 1.</param>
    public static bool Rejects(Tally seen, double rate, int look) =>
        seen.Events > 0 && seen.Exposure > 0 && Tail(seen.Events, rate * seen.Exposure) <= Level(look);

    /// <summary>True when so many events that fail at the factor would be rejected: fewer say nothing of it.</summary>
    /// <param name="events">At least 0.</param>
    /// <param name="rate">The share that may fail, above 0.</param>
    /// <param name="factor">Above 1.</param>
    /// <param name="look">From 1.</param>
    public static bool CanTell(double events, double rate, double factor, int look) =>
        events > 0 && Tail(factor * rate * events, rate * events) <= Level(look);

    /// <summary>About how many events it takes to tell the factor from the SLO.</summary>
    public static double Needed(double rate, double factor, int look)
    {
        var (low, high) = (0.0, 1.0 / rate);
        while (!CanTell(high, rate, factor, look))
        {
            (low, high) = (high, 2 * high);
        }

        while (high - low > 0.01 * high)
        {
            var middle = (low + high) / 2;
            (low, high) = CanTell(middle, rate, factor, look) ? (low, middle) : (middle, high);
        }

        return high;
    }

    // The probability of so many or more where the mean is given.
    private static double Tail(double count, double mean) => IncompleteGamma.P(count, mean);

    private static double Level(int look) => Alpha / Questions / look / (look + 1.0);
}
