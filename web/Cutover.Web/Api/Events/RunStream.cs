using System.Runtime.CompilerServices;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;

namespace Cutover.Web.Api.Events;

/// <summary>
/// The decisions of runs as a stream of events, each once and in order: first what the reader was not told yet, then each as it is stored,
/// and a sign of life in every silence of 15 s. The feed only says when to look; what is told is read from the database.
/// </summary>
public sealed class RunStream(RunFeed feed, RunPositions positions, RunArchive archive, TimeProvider time, IHostApplicationLifetime host)
{
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    // So much of one run is held in memory for one reader.
    private const int Page = 200;

    /// <param name="only">The run to follow; null for all.</param>
    /// <param name="was">Where the reader was when its connection broke; null for a new one.</param>
    public async IAsyncEnumerable<StreamItem> FollowAsync(
        long? only, StreamPosition? was, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, host.ApplicationStopping);
        await using var signal = new FeedSignal(feed, only, ending.Token);
        var position = await positions.BeginAsync(only, was, cancellation);
        yield return new StreamItem(position.Write(only), null);
        while (!ending.IsCancellationRequested)
        {
            await foreach (var (item, told) in LaterAsync(only, position, cancellation))
            {
                position = told;
                yield return item;
            }

            if (!await signal.WaitAsync(Silence, time))
            {
                yield return default;
            }
        }
    }

    private async IAsyncEnumerable<(StreamItem Item, StreamPosition Told)> LaterAsync(
        long? only, StreamPosition position, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var run in await positions.AheadAsync(only, position, cancellation))
        {
            await foreach (var decision in LaterAsync(run, position.Of(run.Id), cancellation))
            {
                // A run that is over is left out of the ids, unless it is the one that is followed.
                var isOver = only is null && !run.IsOpen && decision.Sequence == run.Sequence;
                position = position.After(run.Id, decision.Sequence, isOver);
                yield return (new(position.Write(only), RunJson.Write(RunEventView.Of(run.Id, decision))), position);
            }
        }
    }

    // No further than the run was when it was looked at: it may be open and over within one page.
    private async IAsyncEnumerable<DecisionView> LaterAsync(
        RunStanding run, long told, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (told < run.Sequence)
        {
            var page = await archive.LaterDecisionsAsync(run.Id, told, (int)Math.Min(Page, run.Sequence - told), cancellation);
            foreach (var decision in page)
            {
                yield return decision;
            }

            told = page.IsEmpty ? run.Sequence : page[^1].Sequence;
        }
    }
}
