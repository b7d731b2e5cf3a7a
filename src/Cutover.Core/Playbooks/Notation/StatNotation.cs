using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>CloudWatch statistics: Sum, Average, Minimum, Maximum, SampleCount, or a percentile such as p99 or p99.9.</summary>
public static partial class StatNotation
{
    /// <summary>What a statistic looks like; for .NET and ECMAScript alike.</summary>
    public const string Pattern = @"^(Sum|Average|Minimum|Maximum|SampleCount|p(100|[0-9]{1,2}(\.[0-9]{1,2})?))$";

    private static readonly string[] Names = ["Sum", "Average", "Minimum", "Maximum", "SampleCount"];

    /// <summary>Reads a statistic; its spelling is CloudWatch's.</summary>
    public static Parsed<string> Read(string text)
    {
        if (Whole().IsMatch(text))
        {
            return text;
        }

        var percentile = "p" + string.Concat(text.Where(c => char.IsAsciiDigit(c) || c == '.'));
        var mend = Whole().IsMatch(percentile) ? percentile : Spelling.Nearest(text, Names);
        var message = $"\"{text}\" is not a statistic that CloudWatch knows";
        return mend is not null
            ? new Fault(message, mend)
            : Fault.Advice(message, "Sum, Average, Minimum, Maximum, SampleCount or a percentile such as p99");
    }

    [GeneratedRegex(Pattern)]
    private static partial Regex Whole();
}
