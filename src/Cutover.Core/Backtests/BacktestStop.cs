namespace Cutover.Core.Backtests;

/// <summary>When the guard would first have held a run or taken it back, and on what.</summary>
/// <param name="Gate">The gate that did it.</param>
/// <param name="Reason">In words, without a full stop at the end.</param>
public sealed record BacktestStop(DateTimeOffset At, string Gate, string Reason);
