namespace Cutover.Web.Components.Start;

/// <summary>Finds the line of a text that a problem names.</summary>
public static class SourceLine
{
    /// <param name="line">1-based.</param>
    /// <returns>Empty when there is no such line.</returns>
    public static string Of(string text, int line) =>
        text.ReplaceLineEndings("\n").Split('\n').ElementAtOrDefault(line - 1) ?? string.Empty;
}
