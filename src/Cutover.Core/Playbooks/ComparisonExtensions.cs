namespace Cutover.Core.Playbooks;

public static class ComparisonExtensions
{
    /// <summary>The comparison as a playbook writes it.</summary>
    public static string Symbol(this Comparison comparison) => comparison switch
    {
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };

    /// <summary>True when greater values are the good ones.</summary>
    public static bool WantsMore(this Comparison comparison) => comparison is Comparison.Greater or Comparison.GreaterOrEqual;
}
