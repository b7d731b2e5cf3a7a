using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace Cutover.Core.Playbooks.Yaml;

/// <summary>Says what is wrong with text that is no YAML, in the words of the person who wrote it.</summary>
internal static partial class YamlSyntax
{
    /// <summary>Many times the longest playbook; a guard against reading something else.</summary>
    private const int LongestText = 256 * 1024;

    /// <summary>True when the text may be given to the parser.</summary>
    public static bool IsReadable(string text, ProblemLog problems)
    {
        if (text.Length > LongestText)
        {
            problems.Add(YamlPlace.Top, "this is too long for a playbook (more than 256 KiB)", "the path of a playbook");
            return false;
        }

        var control = text.AsSpan().IndexOfAny(ControlCharacters);
        if (control >= 0)
        {
            problems.Add(
                PlaceOf(text, control),
                $"a control character (U+{(int)text[control]:X4}) stands here, which YAML does not allow",
                "this line anew, as plain text in UTF-8");
        }

        return control < 0;
    }

    /// <summary>Reports what the parser stumbled over.</summary>
    public static void Report(Mark at, string message, string text, ProblemLog problems)
    {
        var place = Within(text, at);
        var line = SourceLines.Line(text, place.Line);
        var objective = UnquotedObjective().Match(line);
        if (TabAtOrAfter(text, place) is { } tab)
        {
            problems.Add(tab, "this line is indented with a tab, which YAML does not allow", "spaces instead of the tab");
        }
        else if (objective.Success)
        {
            var value = objective.Groups[2].Value.TrimEnd();
            problems.Add(
                place with { Column = objective.Groups[2].Index + 1 },
                "an objective that begins with > must stand in quotes, because > has a meaning of its own in YAML",
                $"{objective.Groups[1].Value}: \"{value}\"");
        }
        else if (Brackets.Unclosed(text) is { } open)
        {
            var bracket = new YamlPlace(open.Line, open.Column, "", "");
            problems.Add(bracket, "the bracket that opens here is not closed", $"the missing {open.Closing} at its end");
        }
        else
        {
            var (meaning, mend) = SyntaxMeaning.Of(message, line, place.Column);
            problems.Add(place, meaning, mend);
        }
    }

    private static YamlPlace? TabAtOrAfter(string text, YamlPlace place)
    {
        // The parser marks the mapping that the tab ends, so the tab may stand some lines below.
        foreach (var (number, line) in SourceLines.Numbered(text).Skip(place.Line - 1))
        {
            var indent = line.Length - line.TrimStart().Length;
            if (line.AsSpan(0, indent).IndexOf('\t') is >= 0 and var column)
            {
                return new YamlPlace(number, column + 1, "", "");
            }
        }

        return null;
    }

    /// <summary>The parser counts one line more than there is when it comes to the end too soon.</summary>
    private static YamlPlace Within(string text, Mark at)
    {
        var lines = SourceLines.Split(text);
        return at.Line <= lines.Length
            ? new YamlPlace(Math.Max(1, (int)at.Line), Math.Max(1, (int)at.Column), "", "")
            : new YamlPlace(lines.Length, lines[^1].Length + 1, "", "");
    }

    private static YamlPlace PlaceOf(string text, int index)
    {
        var before = text[..index];
        var lines = SourceLines.Split(before);
        return new YamlPlace(lines.Length, lines[^1].Length + 1, "", "");
    }

    private static readonly System.Buffers.SearchValues<char> ControlCharacters = System.Buffers.SearchValues.Create(
        [
            .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')),
            '\uFFFE',
            '\uFFFF',
        ]);

    [GeneratedRegex("""([A-Za-z]+) *: *(>=? *[^,}#"]+)""")]
    private static partial Regex UnquotedObjective();
}
