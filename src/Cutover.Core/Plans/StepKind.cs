namespace Cutover.Core.Plans;

/// <summary>What a planned step does to the records.</summary>
public enum StepKind
{
    /// <summary>Lowers the TTL and leaves the weights; its settle waits out the old TTL.</summary>
    LowerTtl,

    /// <summary>Moves weights.</summary>
    Move,

    /// <summary>The last write of a run: restores the TTL and deletes the ownership marks; the weights stay.</summary>
    HandBack,
}
