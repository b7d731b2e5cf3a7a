using System.Collections.Immutable;
using Cutover.Engine.Decisions;
using Cutover.Engine.Views;
using Cutover.Web.Components.Charts;
using Cutover.Web.Components.Shares;

namespace Cutover.Web.Components.Run;

/// <summary>Reads what the pages of one run show. Of what only grows, only what is new is read. Not for two readings at a time.</summary>
public sealed class RunReader
{
    private readonly long id;
    private readonly RunReaders from;
    private readonly VerdictWindow verdicts;
    private readonly AnswerWindow answers;

    internal RunReader(long id, RunReaders from)
    {
        (this.id, this.from) = (id, from);
        (verdicts, answers) = (new VerdictWindow(id, from.Archive), new AnswerWindow(id, from.Archive));
    }

    /// <summary>Reads anew. An error is a reading as well: it keeps what was read before.</summary>
    /// <param name="before">Null for the first.</param>
    public async Task<RunReading> ReadAsync(RunReading? before, CancellationToken cancellation)
    {
        var number = from.Begin();
        before ??= new RunReading(0, from.Time.GetUtcNow());
        try
        {
            var run = await from.Archive.FindAsync(id, cancellation);
            var read = run is null ? before with { Run = null } : await ReadAsync(run, before, cancellation);
            return read with { Number = number, Now = Now(before), ReadAt = from.Time.GetUtcNow(), Error = null };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.RunNotRead(from.Logger, id, failure);
            return before with { Number = number, Now = Now(before), Error = failure.Message };
        }
    }

    /// <summary>The same, shown later.</summary>
    public RunReading Later(RunReading reading)
    {
        var now = from.Time.GetUtcNow();
        return reading with { Now = now, Shares = Shares(reading.Run, now, reading.Shares) };
    }

    private async Task<RunReading> ReadAsync(RunView run, RunReading before, CancellationToken cancellation)
    {
        var now = from.Time.GetUtcNow();
        ImmutableArray<string> gates = [.. run.Gates.Select(gate => gate.Name)];
        await verdicts.ReadAsync(run.Summary, gates, now, cancellation);
        await answers.ReadAsync(verdicts.Span, cancellation);
        var decisions = await from.Archive.DecisionsAsync(id, null, LogPage.AtFirst, LogPage.Size + 1, cancellation);
        var comments = await from.Comments.ListAsync(id, cancellation);
        return before with
        {
            Run = Kept.Of(before.Run, run),
            Differences = Kept.Of(before.Differences, await from.Deviations.FindAsync(id, cancellation)),
            Log = LogPage.Of(decisions, comments, before: null).Unless(before.Log),
            Comments = comments.SequenceEqual(before.Comments) ? before.Comments : comments,
            Span = verdicts.Span,
            Gates = [.. run.Gates.Select(gate => Course(gate, run.Summary, before.Gates))],
            GateNames = gates.SequenceEqual(before.GateNames) ? before.GateNames : gates,
            Answered = answers.OfNameServers.LastOrDefault(),
            OfResolvers = answers.OfResolvers,
            Shares = Shares(run, now, before.Shares),
        };
    }

    // Ages are told in seconds: a clock that goes on more often would have pages draw them for nothing.
    private DateTimeOffset Now(RunReading before) =>
        from.Time.GetUtcNow() is var now && (now - before.Now).Duration() < ShareSampling.Period ? before.Now : now;

    private GateCourse Course(GateView gate, RunSummaryView run, ImmutableArray<GateCourse> before)
    {
        var (known, own, names) = (before.FirstOrDefault(course => course.Gate.Name == gate.Name), verdicts.Of(gate.Name), (run.SourceName, run.TargetName));
        return known is not null && known.Gate == gate && known.Span == verdicts.Span && known.Verdicts.SequenceEqual(own)
            ? known
            : new GateCourse(gate, own, verdicts.Span, names);
    }

    private ShareCourse Shares(RunView? run, DateTimeOffset now, ShareCourse before) =>
        run is null ? before : from.Shares.Of(run.Summary, answers.OfNameServers, verdicts.Span, now, before);
}
