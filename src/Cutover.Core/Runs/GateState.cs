using Cutover.Core.Gates;

namespace Cutover.Core.Runs;

/// <summary>What a run remembers of a gate.</summary>
/// <param name="Target">The latest verdict about the target, or about both at once where the gate knows no stacks.</param>
/// <param name="Source">The latest verdict about the source; null where the gate knows no stacks.</param>
/// <param name="BlindSince">
/// From when on its blindness is counted: its last pass, and before that the first move of weights. Time in which no host ran is left out.
/// </param>
/// <param name="Doubt">Whether the source breaks as well is about to be known; null where it is.</param>
public sealed record GateState(StackVerdict? Target, StackVerdict? Source, DateTimeOffset BlindSince, SourceDoubt? Doubt = null)
{
    /// <summary>When the target last passed; null before it ever did.</summary>
    public DateTimeOffset? PassedAt { get; init; }

    /// <summary>The gate fails on the target and not on the source; whether the source is well may be in doubt still.</summary>
    public bool FailsOnTargetOnly => Target?.Verdict == Verdict.Failed && Source?.Verdict != Verdict.Failed;

    /// <summary>The gate fails on both stacks.</summary>
    public bool FailsOnBoth => Target?.Verdict == Verdict.Failed && Source?.Verdict == Verdict.Failed;
}
