namespace Cutover.Core.Playbooks.Yaml;

/// <summary>Puts the parser's words into those of a person who looks at a line.</summary>
internal static class SyntaxMeaning
{
    private const string Anew = "this line anew; look for a missing quote, bracket, colon or indent here and on the line above";

    /// <param name="message">The parser's message.</param>
    /// <param name="line">The line that it marks.</param>
    /// <param name="column">1-based.</param>
    public static (string Message, string Mend) Of(string message, string line, int column) => message switch
    {
        _ when Says(message, "quoted scalar") =>
            ("the quote that opens here is not closed", "the missing quote at the end of the value"),
        _ when Says(message, "invalid mapping") && line.Split(": ").Length > 2 =>
            ("a value with a colon and a space in it must stand in quotes", "the whole value in quotes"),
        _ when Says(message, "invalid mapping") =>
            (
                "this line is indented further than its neighbours, or the line above has a value already",
                "this line with the indent of its neighbours"),
        _ when Says(message, "cannot start any token") && column <= line.Length =>
            ($"a value cannot begin with {line[column - 1]} unless it stands in quotes", "the whole value in quotes"),
        _ when Says(message, "did not find expected '-' indicator") =>
            ("the list above goes on here, and this is no item of it", "- before the item, or this line further to the left or right"),
        _ => ($"this is not YAML: {Plain(message)}", Anew),
    };

    private static bool Says(string message, string words) => message.Contains(words, StringComparison.Ordinal);

    private static string Plain(string message) =>
        message.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
