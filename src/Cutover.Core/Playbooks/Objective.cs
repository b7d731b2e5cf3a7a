namespace Cutover.Core.Playbooks;

/// <summary>A bound that each stack's value must keep by itself.</summary>
/// <param name="Comparison">How the value is compared with the threshold.</param>
/// <param name="Threshold">In the unit's base: percent as 0-100, durations in milliseconds, anything else as it is.</param>
/// <param name="Unit">How threshold and values are shown.</param>
public sealed record Objective(Comparison Comparison, double Threshold, ObjectiveUnit Unit) : Goal(Comparison, Unit)
{
    /// <summary>True when <paramref name="value"/> meets the objective; NaN never does.</summary>
    public bool IsMetBy(double value) => Comparison switch
    {
        Comparison.Less => value < Threshold,
        Comparison.LessOrEqual => value <= Threshold,
        Comparison.Greater => value > Threshold,
        Comparison.GreaterOrEqual => value >= Threshold,
        _ => false,
    };

    /// <summary>
    /// How much of its room a value has used up: 0 at best, 1 at the bound, more beyond it. For a bound from above it is value / threshold,
    /// for a percentage that must be high the same of what is missing to 100 %, for anything else that must be high threshold / value.
    /// NaN where the value is none.
    /// </summary>
    public double Strain(double value) => (Comparison, Unit) switch
    {
        (Comparison.Less or Comparison.LessOrEqual, _) => Ratio(value, Threshold),
        (_, ObjectiveUnit.Percent) => Ratio(100 - value, 100 - Threshold),
        _ => Ratio(Threshold, value),
    };

    private static double Ratio(double part, double whole) => part <= 0 ? 0 : part / Math.Max(whole, 0);

    public override string ToString() => $"{Comparison.Symbol()} {Unit.Format(Threshold)}";
}
