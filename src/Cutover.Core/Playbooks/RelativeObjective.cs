using System.Globalization;

namespace Cutover.Core.Playbooks;

/// <summary>
/// A bound that the target must keep against the source over the same minutes: at most factor · source + allowance where less is better,
/// at least factor · source − allowance where more is.
/// </summary>
/// <param name="Comparison">LessOrEqual or GreaterOrEqual: a test cannot tell them from the strict ones.</param>
/// <param name="Factor">Above 0.</param>
/// <param name="Allowance">What is let go besides, in the unit's base; 0 or more.</param>
/// <param name="Unit">Of the allowance and of the values; what the measure has, once its gate is built.</param>
public sealed record RelativeObjective(Comparison Comparison, double Factor, double Allowance, ObjectiveUnit Unit)
    : Goal(Comparison, Unit)
{
    /// <summary>Where the bound lies for a value of the source.</summary>
    public double Bound(double source) => (Factor * source) + (Comparison.WantsMore() ? -Allowance : Allowance);

    public override string ToString()
    {
        var source = Factor == 1 ? "source" : string.Create(CultureInfo.InvariantCulture, $"{Factor:0.######} x source");
        var allowance = Allowance == 0 ? string.Empty : $" {(Comparison.WantsMore() ? '-' : '+')} {Unit.Format(Allowance)}";
        return $"{Comparison.Symbol()} {source}{allowance}";
    }
}
