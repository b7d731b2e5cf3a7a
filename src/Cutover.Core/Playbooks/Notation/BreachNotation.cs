using System.Globalization;
using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>Breach rules: "2 of 3".</summary>
public static partial class BreachNotation
{
    /// <summary>What a breach rule looks like; for .NET and ECMAScript alike.</summary>
    public const string Pattern = "^([0-9]{1,3}) of ([0-9]{1,3})$";

    /// <summary>More measurements than this are no guard any more.</summary>
    public const int Most = 100;

    /// <summary>Reads a rule with 1 ≤ M ≤ N ≤ <see cref="Most"/>.</summary>
    public static Parsed<BreachRule> Read(string text)
    {
        var match = Whole().Match(text);
        if (!match.Success)
        {
            return Explain(text);
        }

        var (breaches, of) = (Number(match.Groups[1]), Number(match.Groups[2]));
        return breaches < 1 ? new Fault("no miss at all would fail this gate", $"1 of {Math.Max(of, 1)}")
            : of > Most ? new Fault($"{of} measurements are too many to wait for", $"{Math.Min(breaches, Most)} of {Most}")
            : breaches > of
                ? new Fault($"{of} measurements cannot miss {breaches} times, so this gate could never fail", $"{of} of {breaches}")
            : new BreachRule(breaches, of);
    }

    private static Fault Explain(string text)
    {
        var numbers = TwoNumbers().Match(text);
        return numbers.Success
            ? new Fault($"\"{text}\" is not how a breach rule is written here", $"{numbers.Groups[1]} of {numbers.Groups[2]}")
            : Fault.Advice($"\"{text}\" is not a breach rule", "how many misses of how many measurements fail the gate, such as 2 of 3");
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(Pattern)]
    private static partial Regex Whole();

    [GeneratedRegex("^[^0-9]*([0-9]{1,3})[^0-9]+([0-9]{1,3})[^0-9]*$")]
    private static partial Regex TwoNumbers();
}
