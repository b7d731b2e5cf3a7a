namespace Cutover.Engine.Backtests;

/// <summary>Something a backtest could not do for a gate, or did with a reservation.</summary>
public sealed record BacktestNote(string Gate, string Words);
