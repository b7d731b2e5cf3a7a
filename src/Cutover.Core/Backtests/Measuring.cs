using System.Collections.Immutable;
using Cutover.Core.Gates;

namespace Cutover.Core.Backtests;

/// <summary>A gate as it was measured at one moment.</summary>
/// <param name="Source">Null for a gate that knows no stacks.</param>
public sealed record Measuring(string Gate, DateTimeOffset At, Measurement Target, Measurement? Source)
{
    /// <summary>For a gate that compares: what both stacks showed over the same time, oldest first. What was taken before is left out.</summary>
    public ImmutableArray<Stretch> Stretches { get; init; } = [];
}
