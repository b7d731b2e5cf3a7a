using System.Globalization;
using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>
/// Objectives against the source: "&lt;= 1.1 x source", "&lt;= source + 50 ms", "&lt;= 2 x source + 0.1 %", "&gt;= 0.999 x source".
/// </summary>
public static partial class RelativeNotation
{
    /// <summary>A larger factor is a slip of the pen.</summary>
    public const int MostFactor = 1_000;

    /// <summary>What stands between begin and end of the pattern.</summary>
    internal const string Inner =
        $"(?:(<=) ?(?:({ObjectiveNotation.Number}) ?x ?)?source(?: ?\\+ ?({ObjectiveNotation.Number}) ?(%|ms|s|m)?)?"
        + $"|(>=) ?(?:({ObjectiveNotation.Number}) ?x ?)?source(?: ?- ?({ObjectiveNotation.Number}) ?(%|ms|s|m)?)?)";

    /// <summary>True for a text that speaks of the source, well written or not.</summary>
    public static bool IsMeant(string text) => text.Contains("source", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads an objective against the source; percentages are 0-100, times become milliseconds.</summary>
    public static Parsed<Goal> Read(string text)
    {
        var match = Whole().Match(text);
        if (!match.Success)
        {
            return Explain(text);
        }

        var first = match.Groups[1].Success ? 1 : 5;
        var comparison = ObjectiveNotation.ComparisonOf(match.Groups[first].Value);
        var factor = match.Groups[first + 1] is { Success: true } written
            ? double.Parse(written.ValueSpan, CultureInfo.InvariantCulture)
            : 1;
        var (allowance, unit) = match.Groups[first + 2].Success
            ? ObjectiveNotation.Amount(match.Groups[first + 2].Value, match.Groups[first + 3].Value)
            : (0, ObjectiveUnit.Number);
        return Possible(new RelativeObjective(comparison, factor, (double)allowance, unit));
    }

    private static Parsed<Goal> Possible(RelativeObjective goal) => goal switch
    {
        { Factor: 0 } => new Fault(
            "nothing times the source is nothing, so this is no comparison", ObjectiveNotation.Write(goal with { Factor = 1 })),
        { Factor: > MostFactor } => new Fault(
            $"a factor ends at {MostFactor}", ObjectiveNotation.Write(goal with { Factor = MostFactor })),
        { Unit: ObjectiveUnit.Percent, Allowance: > 100 } => new Fault(
            "a percentage ends at 100 %", ObjectiveNotation.Write(goal with { Allowance = 100 })),
        _ => goal,
    };

    private static Fault Explain(string text)
    {
        var plain = Spaces().Replace(ObjectiveNotation.Plain(text), " ").ToLowerInvariant()
            .Replace('×', 'x').Replace('*', 'x').Replace("the source", "source", StringComparison.Ordinal)
            .Replace("times source", "x source", StringComparison.Ordinal).Trim();
        if (Whole().IsMatch(plain))
        {
            return new Fault($"\"{text}\" is not how an objective against the source is written here", $"\"{plain}\"");
        }

        var loose = Strict().Replace(plain, "$1= ");
        if (Whole().IsMatch(loose))
        {
            return new Fault("a statistical test cannot tell less from \"less or equal\"", $"\"{loose}\"");
        }

        return Fault.Advice(
            $"\"{text}\" is not an objective against the source",
            "<= where less is better, a factor and what is let go besides, such as \"<= 1.1 x source\", \"<= source + 50 ms\" or "
                + "\"<= 2 x source + 0.1 %\"; >= where more is, such as \">= 0.999 x source\"");
    }

    [GeneratedRegex($"^{Inner}$")]
    private static partial Regex Whole();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();

    [GeneratedRegex("^([<>]) ?(?!=)")]
    private static partial Regex Strict();
}
