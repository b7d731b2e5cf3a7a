using System.Collections.Immutable;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;
using Cutover.Web.Components.Charts;

namespace Cutover.Web.Components.Run;

/// <summary>The verdicts of the last minutes of a run; only what is new is read.</summary>
public sealed class VerdictWindow(long run, RunArchive archive)
{
    /// <summary>How much of the run the charts show.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    // A verdict can be stored a little after one that was given later.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    // The charts go on by this much at least: finer than their lines are drawn, and each time has to be told to every browser.
    private static readonly TimeSpan Stride = TimeSpan.FromSeconds(1);

    private const int Most = 20_000;

    private ImmutableArray<VerdictView> verdicts = [];
    private ILookup<string, VerdictView> ofGates = Enumerable.Empty<VerdictView>().ToLookup(verdict => verdict.Gate);

    public ChartSpan Span { get; private set; }

    public ImmutableArray<VerdictView> Of(string gate) => [.. ofGates[gate]];

    public async Task ReadAsync(RunSummaryView summary, IReadOnlyCollection<string> gates, DateTimeOffset now, CancellationToken cancellation)
    {
        var span = UpTo(summary.EndedAt ?? now, summary);
        Span = summary.IsOpen && (span.To - Span.To).Duration() < Stride ? Span : span;
        var since = verdicts.IsEmpty || verdicts[^1].At - Overlap < Span.From ? Span.From : verdicts[^1].At - Overlap;
        var read = await archive.VerdictsAsync(run, gates, since, Most, cancellation);
        verdicts = [.. verdicts.Where(verdict => verdict.At <= since && verdict.At > Span.From), .. read];
        ofGates = verdicts.ToLookup(verdict => verdict.Gate);
    }

    /// <summary>What the charts of a run show that go up to a time.</summary>
    public static ChartSpan UpTo(DateTimeOffset to, RunSummaryView run) =>
        new(to - run.StartedAt > Longest ? to - Longest : run.StartedAt, to);
}
