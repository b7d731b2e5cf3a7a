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

    public override string ToString() => $"{Comparison.Symbol()} {Unit.Format(Threshold)}";
}
