using System.Globalization;
using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>Objectives: a comparison, a number and its unit, such as "&lt; 5", "&gt;= 99.5 %" or "&lt;= 250 ms".</summary>
public static partial class ObjectiveNotation
{
    /// <summary>What an objective looks like; for .NET and ECMAScript alike.</summary>
    public const string Pattern = @"^(<=|<|>=|>) ?([0-9]{1,12}(?:\.[0-9]{1,6})?) ?(%|ms|s|m)?$";

    /// <summary>Reads an objective; percentages are 0-100, times become milliseconds.</summary>
    public static Parsed<Objective> Read(string text)
    {
        var match = Whole().Match(text);
        if (!match.Success)
        {
            return Explain(text);
        }

        var number = decimal.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        var comparison = ComparisonOf(match.Groups[1].Value);
        return match.Groups[3].Value switch
        {
            "" => Possible(comparison, number, ObjectiveUnit.Number),
            "%" => Possible(comparison, number, ObjectiveUnit.Percent),
            "ms" => Possible(comparison, number, ObjectiveUnit.Milliseconds),
            "s" => Possible(comparison, number * 1_000, ObjectiveUnit.Milliseconds),
            _ => Possible(comparison, number * 60_000, ObjectiveUnit.Milliseconds),
        };
    }

    /// <summary>The objective as a playbook writes it, with the quotes that YAML needs.</summary>
    public static string Write(Objective objective) => $"\"{objective}\"";

    private static Comparison ComparisonOf(string symbol) => symbol switch
    {
        "<" => Comparison.Less,
        "<=" => Comparison.LessOrEqual,
        ">" => Comparison.Greater,
        _ => Comparison.GreaterOrEqual,
    };

    private static Parsed<Objective> Possible(Comparison comparison, decimal threshold, ObjectiveUnit unit)
    {
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
        var symbols = text.Replace("≤", "<=", StringComparison.Ordinal).Replace("≥", ">=", StringComparison.Ordinal)
            .Replace("=<", "<=", StringComparison.Ordinal).Replace("=>", ">=", StringComparison.Ordinal).Replace(',', '.');
        if (Whole().IsMatch(symbols))
        {
            return new Fault($"\"{text}\" is not how an objective is written here", $"\"{symbols}\"");
        }

        return Whole().IsMatch("< " + text)
            ? new Fault(
                $"\"{text}\" does not say which side of it is good", $"\"< {text}\" when less is better, \">= {text}\" when more is")
            : Fault.Advice(
                $"\"{text}\" is not an objective",
                "a comparison (<, <=, > or >=), a number and its unit, such as \"< 5\", \">= 99.5 %\" or \"<= 250 ms\"");
    }

    [GeneratedRegex(Pattern)]
    private static partial Regex Whole();
}
