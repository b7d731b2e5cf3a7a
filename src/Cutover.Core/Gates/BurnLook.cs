using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Core.Gates;

/// <summary>One stack under a burn gate at one moment, and what can be said of it.</summary>
/// <param name="Gate">A gate with a burn.</param>
/// <param name="Counts">Of the stack.</param>
/// <param name="Latest">The newest measurement of the stack.</param>
/// <param name="Now">The moment.</param>
/// <param name="Target">
/// Of the source, how the target looks: beside a target that fails, a source that burns at least half as fast is no place to go back to.
/// So it is, too, when both are well again and the failures of one leave its windows a little sooner. Null of the target.
/// </param>
internal sealed record BurnLook(Gate Gate, BurnCounts Counts, Measurement Latest, DateTimeOffset Now, BurnLook? Target = null)
{
    private const double AsBad = 0.5;

    public bool IsTarget => Target is null;

    public BurnObjective Goal => (BurnObjective)Gate.Goal;

    /// <summary>The pair that fails the gate; null for none.</summary>
    public BurnWindows? Failing => BurnWindows.All.FirstOrDefault(pair => Burns(pair, IsTarget) && IsProven(pair));

    /// <summary>It burns below the factor of the pair that fails it, and too fast beside the target.</summary>
    public bool IsAsBadOnly => Failing is { } pair && !Counts.Over(pair.Latest).Burns(Goal.ErrorRate, pair.Factor);

    /// <summary>True when so many events that fail at the fast pair's factor would have failed the gate.</summary>
    public bool CanTell => Counts.Looks > 0
        && BurnTest.CanTell(Counts.Over(BurnWindows.Fast.Whole).Events.Exposure, Goal.ErrorRate, BurnWindows.Fast.Factor, Counts.Looks);

    /// <summary>The share of the period's budget that the run has spent, 0 and up.</summary>
    public double Spent => Counts.Spent.Exposure > 0 ? Goal.Spent(SpentBurn, Counts.Observed) : 0;

    /// <summary>The burn at which it was spent, over all the time observed.</summary>
    public double SpentBurn => Counts.Spent.Rate / Goal.ErrorRate;

    /// <summary>The run has spent more than it may, by events enough to say so.</summary>
    public bool IsSpent => IsTarget && Goal.Budget is { } most && 100 * Spent > (double)most && IsEnough(Counts.Spent);

    /// <summary>The pair that burns, whether or not by chance; null for none.</summary>
    /// <param name="inBoth">In both of its windows, else in the short one at least.</param>
    public BurnWindows? Burning(bool inBoth) => BurnWindows.All.FirstOrDefault(pair => Burns(pair, inBoth));

    private bool Burns(BurnWindows pair, bool inBoth) =>
        Counts.Over(pair.Latest).Burns(Goal.ErrorRate, Bar(pair))
        && (!inBoth || Counts.Over(pair.Whole).Burns(Goal.ErrorRate, pair.Factor));

    private double Bar(BurnWindows pair) => Target is { } target && target.Failing == pair
        ? Math.Min(pair.Factor, AsBad * target.Counts.Over(pair.Latest).Burn(Goal.ErrorRate) ?? pair.Factor)
        : pair.Factor;

    private bool IsProven(BurnWindows pair)
    {
        var seen = Counts.Over(IsTarget ? pair.Whole : pair.Latest).Events;
        return seen.Exposure >= Gate.MinSamples && BurnTest.Rejects(seen, Goal.ErrorRate, Counts.Looks);
    }

    private bool IsEnough(Tally seen) => seen.Exposure >= Gate.MinSamples
        && (BurnTest.Rejects(seen, Goal.ErrorRate, Counts.Looks)
            || BurnTest.CanTell(seen.Exposure, Goal.ErrorRate, BurnWindows.Fast.Factor, Counts.Looks));
}
