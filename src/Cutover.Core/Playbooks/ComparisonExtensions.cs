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
}
