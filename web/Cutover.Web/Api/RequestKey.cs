namespace Cutover.Web.Api;

/// <summary>Reads the Idempotency-Key header: a quoted string, as the draft has it, or the same without the quotation marks.</summary>
internal static class RequestKey
{
    public const int Longest = 255;

    /// <returns>The key; null when it is none.</returns>
    public static string? Read(string header)
    {
        var text = header.Trim();
        var key = text is ['"', .. var quoted, '"'] ? quoted : text;
        return key.Length is > 0 and <= Longest && key.All(letter => letter is > ' ' and <= '~' and not '"' and not '\\') ? key : null;
    }
}
