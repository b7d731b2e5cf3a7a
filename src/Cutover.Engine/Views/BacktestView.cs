using System.Collections.Immutable;
using Cutover.Core.Backtests;
using Cutover.Engine.Backtests;

namespace Cutover.Engine.Views;

/// <summary>What the gates of a playbook would have said of the past.</summary>
/// <param name="From">The first moment judged.</param>
/// <param name="To">The last moment judged.</param>
/// <param name="Hold">When a run would first have held; null if never.</param>
/// <param name="RollBack">When a run would first have been rolled back; null if never.</param>
/// <param name="Changes">Every verdict that differs from the one before it, in order.</param>
/// <param name="Notes">What it says nothing about, and why.</param>
public sealed record BacktestView(
    string Playbook,
    string SourceName,
    string TargetName,
    DateTimeOffset From,
    DateTimeOffset To,
    BacktestEnd End,
    BacktestStop? Hold,
    BacktestStop? RollBack,
    ImmutableArray<VerdictChange> Changes,
    ImmutableArray<BacktestNote> Notes)
{
    public static BacktestView Of(BacktestMade made) => new(
        made.Playbook.Name,
        made.Playbook.Stacks.Source.Name,
        made.Playbook.Stacks.Target.Name,
        made.From,
        made.To,
        made.Backtest.End,
        made.Backtest.Hold,
        made.Backtest.RollBack,
        made.Backtest.Changes,
        made.Notes);
}
