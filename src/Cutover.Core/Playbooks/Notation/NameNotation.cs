using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>
/// Names that people or AWS give: 1 to 128 characters, no space at either end, and in metrics and alarms the placeholder {stack}.
/// </summary>
public static partial class NameNotation
{
    /// <summary>What a name looks like; for .NET and ECMAScript alike.</summary>
    public const string Pattern = @"^\S(.{0,126}\S)?$";

    /// <summary>The longest name, in characters.</summary>
    public const int Longest = 128;

    public static Parsed<string> Read(string text) =>
        text.Trim().Length == 0 ? Fault.Advice("the name is empty", "a name of 1 to 128 characters")
        : text.Length > Longest ? Fault.Advice($"the name has {text.Length} characters, and 128 is the most", "a shorter name")
        : text.ReplaceLineEndings(" ").Trim() != text ? new Fault("the name has a space or a line break too many", Quoted(Squeezed(text)))
        : Whole().IsMatch(text) ? text
        : Fault.Advice("the name has characters that cannot be shown", "a name of 1 to 128 letters, digits and signs");

    /// <summary>A name in which "{stack}" may stand; any other placeholder is refused.</summary>
    public static Parsed<string> ReadWithStack(string text)
    {
        var name = Read(text);
        var other = Placeholder().Matches(text).FirstOrDefault(match => match.Value != CloudWatchMetric.StackPlaceholder);
        return name.IsGood && other is not null
            ? new Fault(
                $"{other.Value} stands for nothing; {CloudWatchMetric.StackPlaceholder} is the only placeholder",
                Quoted(text.Replace(other.Value, CloudWatchMetric.StackPlaceholder, StringComparison.Ordinal)))
            : name;
    }

    /// <summary>A name in which "{stack}" and "{cohort}" may stand.</summary>
    public static Parsed<string> ReadDimension(string text)
    {
        var name = ReadWithStack(text.Replace(CloudWatchMetric.CohortPlaceholder, "cohort", StringComparison.Ordinal));
        return name.IsGood ? text : name;
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Quoted(string text) => $"\"{text}\"";

    [GeneratedRegex(Pattern)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Placeholder();
}
