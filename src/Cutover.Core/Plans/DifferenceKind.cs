namespace Cutover.Core.Plans;

/// <summary>How a zone differs from what a plan saw, other than by weights.</summary>
public enum DifferenceKind
{
    /// <summary>A record set of the pair has another TTL, value, alias, health check or routing policy.</summary>
    Content,

    /// <summary>A record set of the pair is not there.</summary>
    Missing,

    /// <summary>A simple record set stands where the pair was.</summary>
    Simple,

    /// <summary>A third record set takes part in the answers.</summary>
    Third,

    /// <summary>The ownership mark beside the pair is not this run's.</summary>
    Mark,
}
