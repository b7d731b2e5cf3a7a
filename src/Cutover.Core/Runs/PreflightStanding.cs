namespace Cutover.Core.Runs;

/// <summary>How one check of the preflight stands.</summary>
public enum PreflightStanding
{
    Passed,

    /// <summary>Nothing is wrong, and nothing is proven yet.</summary>
    Waiting,

    Failed,
}
