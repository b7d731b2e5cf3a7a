namespace Cutover.Core.Runs;

/// <summary>What one check of the preflight came to.</summary>
/// <param name="Standing">Whether the first step may begin as far as this check goes.</param>
/// <param name="Words">The check and what it saw, in words.</param>
/// <param name="OfTarget">It concerns the target alone, or both stacks at once by a gate that knows none.</param>
public sealed record PreflightFinding(PreflightStanding Standing, string Words, bool OfTarget = false);
