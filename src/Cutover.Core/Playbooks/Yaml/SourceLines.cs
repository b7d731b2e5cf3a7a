using System.Collections.Immutable;

namespace Cutover.Core.Playbooks.Yaml;

/// <summary>The lines of a file, counted as the YAML parser counts them.</summary>
internal static class SourceLines
{
    private static readonly string[] Breaks = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    public static ImmutableArray<string> Split(string text) => [.. text.Split(Breaks, StringSplitOptions.None)];

    public static IEnumerable<(int Number, string Text)> Numbered(string text) => Split(text).Select((line, index) => (index + 1, line));

    /// <summary>The text of a 1-based line; empty when there is no such line.</summary>
    public static string Line(string text, int number)
    {
        var lines = Split(text);
        return number >= 1 && number <= lines.Length ? lines[number - 1] : "";
    }
}
