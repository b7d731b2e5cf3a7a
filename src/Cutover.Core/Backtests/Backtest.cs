using System.Collections.Immutable;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Backtests;

/// <summary>
/// Judges measurements of the past with the gates of a playbook, as a run whose weights had moved before them would have. It goes on
/// after a stop, so that one false alarm does not hide the next.
/// </summary>
/// <param name="Changes">Every verdict that differs from the one before it, in order.</param>
/// <param name="Hold">When it would first have held; null if never.</param>
/// <param name="RollBack">When it would first have been rolled back; null if never.</param>
public sealed record Backtest(BacktestEnd End, ImmutableArray<VerdictChange> Changes, BacktestStop? Hold, BacktestStop? RollBack)
{
    /// <param name="measurings">In order of time; of gates that the playbook has.</param>
    public static Backtest Of(Playbook playbook, IEnumerable<Measuring> measurings)
    {
        var replay = new BacktestReplay(playbook);
        foreach (var measuring in measurings)
        {
            replay.Take(measuring);
        }

        return replay.Result;
    }
}
