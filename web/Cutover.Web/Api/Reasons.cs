using Cutover.Core.Runs;

namespace Cutover.Web.Api;

/// <summary>Why a person acts, as it goes on record.</summary>
internal static class Reasons
{
    public const int Longest = 1000;

    /// <summary>What takes the guard away, or a part of it, is not done without.</summary>
    public static bool AreNeededFor(OperatorAct act) => act is OperatorAct.Skip or OperatorAct.Abandon;

    /// <summary>On one line, as the decision log is; null when nothing was said.</summary>
    public static string? Clean(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? null
        : string.Join(' ', reason.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
