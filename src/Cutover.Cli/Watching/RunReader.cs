using System.Collections.Immutable;
using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;
using Cutover.Cli.Runs;
using Cutover.Engine.Views;

namespace Cutover.Cli.Watching;

/// <summary>Reads a run again and again, and tells what is new.</summary>
/// <param name="fromTheStart">The decisions before the first reading are news as well.</param>
internal sealed class RunReader(HostClient host, long id, bool fromTheStart)
{
    private const int Kept = 20;

    private ImmutableArray<DecisionView> recent = [];
    private long? last;

    public async Task<Answer<RunReading>> ReadAsync(CancellationToken cancellation)
    {
        if (!(await host.RunAsync(id, cancellation)).TryGet(out var run, out var problem))
        {
            return problem;
        }

        // The log is read after the run, so that the decision that ended a run is never missing beside its end.
        var after = last ?? (fromTheStart ? 0 : run.Summary.Sequence);
        var read = last is null ? await LatestAsync(cancellation) : await DecisionPages.SinceAsync(host, id, after, cancellation);
        return read.TryGet(out var decisions, out problem) ? Take(run, decisions, after) : problem;
    }

    private async Task<Answer<ImmutableArray<DecisionView>>> LatestAsync(CancellationToken cancellation)
    {
        var answer = await DecisionPages.TakeAsync(host, id, notableOnly: true, Kept, cancellation);
        return answer.TryGet(out var log, out var problem) ? log.Decisions : problem;
    }

    private RunReading Take(RunView run, ImmutableArray<DecisionView> decisions, long after)
    {
        var isFirst = last is null;
        recent = [.. recent.Concat(decisions).TakeLast(Kept)];
        last = decisions.Select(decision => decision.Sequence).Append(after).Max();
        return new RunReading(run, [.. decisions.Where(decision => decision.Sequence > after)], recent, isFirst);
    }
}
