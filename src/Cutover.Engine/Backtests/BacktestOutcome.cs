using System.Collections.Immutable;
using Cutover.Core.Backtests;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Backtests;

/// <summary>What came of a wish for a backtest.</summary>
public abstract record BacktestOutcome;

/// <summary>It was made.</summary>
/// <param name="From">The first moment judged.</param>
/// <param name="To">The last moment judged.</param>
/// <param name="Notes">What it says nothing about, and why.</param>
public sealed record BacktestMade(
    Playbook Playbook, DateTimeOffset From, DateTimeOffset To, Backtest Backtest, ImmutableArray<BacktestNote> Notes) : BacktestOutcome;

/// <summary>The text is not a valid playbook; every problem at once.</summary>
public sealed record BacktestUnreadable(ImmutableArray<PlaybookProblem> Problems) : BacktestOutcome;

/// <summary>There is no such run.</summary>
public sealed record BacktestOfNoRun(long Run) : BacktestOutcome;

/// <summary>The time asked for cannot be replayed.</summary>
public sealed record BacktestOutOfRange(string Why) : BacktestOutcome;
