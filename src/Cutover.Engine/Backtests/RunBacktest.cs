using System.Collections.Immutable;
using Cutover.Core.Backtests;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Backtests;

/// <summary>Judges what an earlier run measured with the gates of a playbook, matched by their names.</summary>
public sealed class RunBacktest(IDbContextFactory<CutoverContext> contexts)
{
    public async Task<BacktestOutcome> RunAsync(string playbookText, long run, CancellationToken cancellation)
    {
        if (PlaybookReader.Read(playbookText) is not PlaybookAccepted { Playbook: var playbook })
        {
            return new BacktestUnreadable(((PlaybookRefused)PlaybookReader.Read(playbookText)).Problems);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await context.Runs.AnyAsync(row => row.Id == run, cancellation))
        {
            return new BacktestOfNoRun(run);
        }

        var names = playbook.Gates.Select(gate => gate.Name).ToList();
        var rows = await context.Verdicts.AsNoTracking().Where(row => row.RunId == run && names.Contains(row.Gate))
            .OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellation);
        ImmutableArray<Measuring> measurings = [.. rows.GroupBy(row => (row.At, row.Gate)).Select(Measured).OfType<Measuring>()];
        return measurings.IsEmpty
            ? new BacktestOutOfRange("the run has no measurements of a gate by one of these names")
            : new BacktestMade(
                playbook, measurings[0].At, measurings[^1].At, Backtest.Of(playbook, measurings), [.. Notes(playbook, measurings)]);
    }

    // Each row holds the measurements that were judged together, the newest last.
    private static Measuring? Measured(IGrouping<(DateTimeOffset At, string Gate), VerdictRecord> rows)
    {
        Measurement? Of(StackRole stack) => rows.FirstOrDefault(row => row.Stack == stack) is { } row
            ? RunJson.Read<ImmutableArray<Measurement>>(row.Measurements)[^1]
            : null;
        return Of(StackRole.Target) is { } target ? new Measuring(rows.Key.Gate, rows.Key.At, target, Of(StackRole.Source)) : null;
    }

    private static IEnumerable<BacktestNote> Notes(Playbook playbook, ImmutableArray<Measuring> measurings)
    {
        foreach (var gate in playbook.Gates)
        {
            var measured = measurings.Where(measuring => measuring.Gate == gate.Name).Select(measuring => measuring.Target).ToList();
            if (measured.Count == 0)
            {
                yield return new BacktestNote(gate.Name, "the run has no measurements of it");
            }
            else if (measured.OfType<Measured>().FirstOrDefault() is { } value && value.To - value.From != gate.Window)
            {
                yield return new BacktestNote(
                    gate.Name,
                    FormattableString.Invariant(
                        $"measured over {(value.To - value.From).TotalSeconds:0} s then, which a window of {gate.Window.TotalSeconds:0} s does not change"));
            }
        }
    }
}
