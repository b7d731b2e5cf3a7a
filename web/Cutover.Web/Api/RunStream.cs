using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Api;

/// <summary>
/// The feed of runs as a stream of events: first where they stand, then every move, and a heartbeat in every silence of 15 s.
/// </summary>
public sealed class RunStream(RunFeed feed, IDbContextFactory<CutoverContext> contexts, TimeProvider time, IHostApplicationLifetime host)
{
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <param name="only">The run to follow; null for all.</param>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(long? only, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, host.ApplicationStopping);
        var moves = feed.SubscribeAsync(ending.Token).GetAsyncEnumerator(ending.Token);
        // The first step subscribes. It comes before the reading, so that no move falls between the two.
        var next = moves.MoveNextAsync().AsTask();
        try
        {
            foreach (var item in await StandingAsync(only, cancellation))
            {
                yield return item;
            }

            while (!next.IsCompleted || next is { IsCompletedSuccessfully: true, Result: true })
            {
                if (!await ArrivesAsync(next))
                {
                    yield return Heartbeat();
                }
                else if (next is { IsCompletedSuccessfully: true, Result: true })
                {
                    var moved = moves.Current;
                    next = moves.MoveNextAsync().AsTask();
                    if (only is null || only == moved.RunId)
                    {
                        yield return Moved(moved);
                    }
                }
            }
        }
        finally
        {
            await ending.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await moves.DisposeAsync();
        }
    }

    private static SseItem<string> Moved(RunMoved moved) => new(RunJson.Write(moved), "moved");

    private SseItem<string> Heartbeat() => new(RunJson.Write(new { At = time.GetUtcNow() }), "heartbeat");

    // False when the silence has lasted long enough.
    private async Task<bool> ArrivesAsync(Task<bool> next)
    {
        await ((Task)next).WaitAsync(Silence, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return next.IsCompleted;
    }

    private async Task<IReadOnlyList<SseItem<string>>> StandingAsync(long? only, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var runs = await context.Runs.AsNoTracking().Where(run => only == null ? run.IsOpen : run.Id == only).OrderBy(run => run.Id)
            .Select(run => new { run.Id, run.Sequence }).ToListAsync(cancellation);
        return runs.Count == 0 ? [Heartbeat()] : [.. runs.Select(run => Moved(new RunMoved(run.Id, run.Sequence)))];
    }
}
