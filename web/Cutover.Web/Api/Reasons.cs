namespace Cutover.Web.Api;

/// <summary>Why a person acts, as it goes on record.</summary>
internal static class Reasons
{
    public const int Longest = 1000;

    /// <summary>On one line, as the decision log is; null when nothing was said.</summary>
    public static string? Clean(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? null
        : string.Join(' ', reason.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
