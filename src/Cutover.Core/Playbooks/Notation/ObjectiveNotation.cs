using System.Globalization;
using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>
/// Objectives: a comparison, and either a number and its unit, such as "&lt; 5", "&gt;= 99.5 %" or "&lt;= 250 ms", or the source, such as
/// "&lt;= 1.1 x source" (see <see cref="RelativeNotation"/>).
/// </summary>
public static partial class ObjectiveNotation
{
    /// <summary>What an objective looks like; for .NET and ECMAScript alike.</summary>
    public const string Pattern = $"^(?:{Absolute}|{RelativeNotation.Inner})$";

    /// <summary>A number of a playbook.</summary>
    internal const string Number = @"[0-9]{1,12}(?:\.[0-9]{1,6})?";

    private const string Absolute = $"(<=|<|>=|>) ?({Number}) ?(%|ms|s|m)?";

    /// <summary>Reads an objective; percentages are 0-100, times become milliseconds.</summary>
    public static Parsed<Goal> Read(string text)
    {
        var match = Whole().Match(text);
        return match.Success ? ReadAbsolute(match)
            : RelativeNotation.IsMeant(text) ? RelativeNotation.Read(text)
            : Explain(text);
    }

    /// <summary>The objective as a playbook writes it, with the quotes that YAML needs.</summary>
    public static string Write(Goal goal) => $"\"{goal}\"";

    internal static Comparison ComparisonOf(string symbol) => symbol switch
    {
        "<" => Comparison.Less,
        "<=" => Comparison.LessOrEqual,
        ">" => Comparison.Greater,
        _ => Comparison.GreaterOrEqual,
    };

    /// <summary>A number in its unit's base, and the unit.</summary>
    internal static (decimal Amount, ObjectiveUnit Unit) Amount(string number, string unit)
    {
        var written = decimal.Parse(number, CultureInfo.InvariantCulture);
        return unit switch
        {
            "" => (written, ObjectiveUnit.Number),
            "%" => (written, ObjectiveUnit.Percent),
            "ms" => (written, ObjectiveUnit.Milliseconds),
            "s" => (written * 1_000, ObjectiveUnit.Milliseconds),
            _ => (written * 60_000, ObjectiveUnit.Milliseconds),
        };
    }

    /// <summary>The signs that people write for those that a playbook has.</summary>
    internal static string Plain(string text) =>
        text.Replace("≤", "<=", StringComparison.Ordinal).Replace("≥", ">=", StringComparison.Ordinal)
            .Replace("=<", "<=", StringComparison.Ordinal).Replace("=>", ">=", StringComparison.Ordinal).Replace(',', '.');

    private static Parsed<Goal> ReadAbsolute(Match match)
    {
        var comparison = ComparisonOf(match.Groups[1].Value);
        var (threshold, unit) = Amount(match.Groups[2].Value, match.Groups[3].Value);
        var objective = new Objective(comparison, (double)threshold, unit);
        var whole = unit == ObjectiveUnit.Percent ? 100m : decimal.MaxValue;
        return (comparison, threshold) switch
        {
            (Comparison.Less, 0) => new Fault(
                "nothing is below zero, so this gate could never pass",
                Write(objective with { Comparison = Comparison.LessOrEqual })),
            (Comparison.Greater, 100) when unit == ObjectiveUnit.Percent => new Fault(
                "nothing is above 100 %, so this gate could never pass",
                Write(objective with { Comparison = Comparison.GreaterOrEqual })),
            _ when threshold > whole => new Fault("a percentage ends at 100 %", Write(objective with { Threshold = 100 })),
            _ => objective,
        };
    }

    private static Fault Explain(string text)
    {
        var symbols = Plain(text);
        if (Whole().IsMatch(symbols))
        {
            return new Fault($"\"{text}\" is not how an objective is written here", $"\"{symbols}\"");
        }

        return Whole().IsMatch("< " + text)
            ? new Fault(
                $"\"{text}\" does not say which side of it is good", $"\"< {text}\" when less is better, \">= {text}\" when more is")
            : Fault.Advice(
                $"\"{text}\" is not an objective",
                "a comparison (<, <=, > or >=), a number and its unit, such as \"< 5\", \">= 99.5 %\" or \"<= 250 ms\"; "
                    + "or the other stack, such as \"<= 1.1 x source\"");
    }

    [GeneratedRegex($"^{Absolute}$")]
    private static partial Regex Whole();
}
