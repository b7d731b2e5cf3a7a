using Cutover.Core.Gates;

namespace Cutover.Core.Backtests;

/// <summary>A gate as it was measured at one moment.</summary>
/// <param name="Source">Null for a gate that knows no stacks.</param>
public sealed record Measuring(string Gate, DateTimeOffset At, Measurement Target, Measurement? Source);
