namespace Cutover.Core.Runs;

/// <summary>What one check of the preflight came to.</summary>
/// <param name="Standing">Whether the first step may begin as far as this check goes.</param>
/// <param name="Words">What it saw, in words.</param>
/// <param name="Gate">The gate that <paramref name="Words"/> are said of; null where they stand for themselves.</param>
/// <param name="Stack">The stack on which they are; null where they stand for themselves.</param>
/// <param name="OfTarget">It concerns the target alone, or both stacks at once by a gate that knows none.</param>
public sealed record PreflightFinding(
    PreflightStanding Standing, string Words, string? Gate = null, string? Stack = null, bool OfTarget = false);
