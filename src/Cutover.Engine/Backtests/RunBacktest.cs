using System.Collections.Immutable;
using Cutover.Core.Backtests;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
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
        if (await context.Runs.Where(row => row.Id == run).Select(row => row.Plan).SingleOrDefaultAsync(cancellation) is not { } plan)
        {
            return new BacktestOfNoRun(run);
        }

        var names = playbook.Gates.Select(gate => gate.Name).ToList();
        var reader = new Reader(playbook, RunJson.Read<Plan>(plan).Playbook);
        await foreach (var row in context.Verdicts.AsNoTracking().Where(row => row.RunId == run && names.Contains(row.Gate))
            .OrderBy(row => row.At).ThenBy(row => row.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            reader.Take(row);
        }

        return reader.Result ?? new BacktestOutOfRange("the run has no measurements of a gate by one of these names");
    }

    /// <summary>Takes the rows one by one: a long run has hundreds of thousands.</summary>
    private sealed class Reader(Playbook playbook, Playbook run)
    {
        private readonly BacktestReplay replay = new(playbook);
        private readonly Dictionary<string, TimeSpan?> windows = [];

        // A gate that knows stacks cannot be judged on what was measured of both at once.
        private readonly HashSet<string> perStack =
            [.. playbook.Gates.Where(gate => gate.Source.IsPerStack).Select(gate => gate.Name)];

        private readonly Dictionary<string, Gate> gates = playbook.Gates.ToDictionary(gate => gate.Name);
        private readonly Dictionary<string, GateSource> sources = run.Gates.ToDictionary(gate => gate.Name, gate => gate.Source);
        private readonly HashSet<string> counted = [];

        private VerdictRecord? target;
        private (DateTimeOffset From, DateTimeOffset To)? over;

        public BacktestOutcome? Result
        {
            get
            {
                Judge(null);
                return over is { } time ? new BacktestMade(playbook, time.From, time.To, replay.Result, [.. Notes()]) : null;
            }
        }

        // A verdict about the source stands right after the one about the target that was given with it.
        public void Take(VerdictRecord row)
        {
            if (row.Stack == StackRole.Source)
            {
                Judge(row);
            }
            else
            {
                Judge(null);
                target = row;
            }
        }

        private void Judge(VerdictRecord? source)
        {
            var judged = target;
            target = null;
            if (judged is not { } row || (perStack.Contains(row.Gate) && source is null))
            {
                return;
            }

            var measured = Counted(row);
            windows[row.Gate] = windows.GetValueOrDefault(row.Gate) ?? (measured is Measured value ? value.To - value.From : null);
            over = (over?.From ?? row.At, row.At);
            var ofSource = source is null ? null : Counted(source);
            replay.Take(new Measuring(row.Gate, row.At, measured, ofSource)
            {
                Stretches = OldStretches.Of(gates[row.Gate], measured, ofSource),
            });
            if (measured.Counts is not null)
            {
                counted.Add(row.Gate);
            }
        }

        private Measurement Counted(VerdictRecord row) =>
            OldCounts.In(gates[row.Gate], sources.GetValueOrDefault(row.Gate), Newest(row));

        // Each row holds the measurements that were judged together, the newest last.
        private static Measurement Newest(VerdictRecord row) => RunJson.Read<ImmutableArray<Measurement>>(row.Measurements)[^1];

        private IEnumerable<BacktestNote> Notes()
        {
            foreach (var gate in playbook.Gates)
            {
                if (!windows.TryGetValue(gate.Name, out var window))
                {
                    yield return new BacktestNote(gate.Name, "the run has no measurements of it");
                }
                else if (gate.Goal is BurnObjective && !counted.Contains(gate.Name))
                {
                    yield return new BacktestNote(gate.Name, "the run counted no events for it, so no budget burns");
                }
                else if (gate.Goal is RelativeObjective && !OldStretches.Tell(gate))
                {
                    yield return new BacktestNote(gate.Name, "the run kept no single samples of it, so the stacks cannot be compared");
                }
                else if (window is { } span && span != gate.Window)
                {
                    yield return new BacktestNote(
                        gate.Name,
                        FormattableString.Invariant($"measured over {span.TotalSeconds:0} s then, and judged so: ")
                            + FormattableString.Invariant($"a window of {gate.Window.TotalSeconds:0} s does not change that"));
                }
            }
        }
    }
}
