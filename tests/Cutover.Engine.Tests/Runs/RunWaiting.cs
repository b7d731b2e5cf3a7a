using Cutover.Engine.Views;

namespace Cutover.Engine.Tests.Runs;

/// <summary>Waiting for a run, decision by decision.</summary>
internal static class RunWaiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Waits until the run looks as asked for.</summary>
    /// <exception cref="TimeoutException">It does not come to that; says where the run stays.</exception>
    public static async Task<RunView> UntilAsync(
        this EngineHost engine, long run, Func<RunView, bool> reached, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        await using var moves = engine.Feed.SubscribeAsync(patience.Token).GetAsyncEnumerator(patience.Token);
        while (true)
        {
            // Subscribed before the reading: a move between the two is not missed.
            var next = moves.MoveNextAsync().AsTask();
            var (view, isReached) = (default(RunView), false);
            try
            {
                view = await engine.Archive.FindAsync(run, cancellation) ?? throw new InvalidOperationException($"There is no run {run}.");
                isReached = reached(view);
            }
            catch
            {
                await EndAsync(patience, next);
                throw;
            }

            if (isReached)
            {
                await EndAsync(patience, next);
                return view;
            }

            if (!await Moved(next, cancellation))
            {
                throw new TimeoutException($"Run {run} stays at: {view.Summary.Doing}. {view.Summary.Next}");
            }
        }
    }

    /// <summary>Waits until something is so that a decision of the run brings about.</summary>
    /// <exception cref="TimeoutException">It does not come to that; says where the run stays.</exception>
    public static async Task UntilAsync(this EngineHost engine, long run, Func<Task<bool>> reached, CancellationToken cancellation)
    {
        while (!await reached())
        {
            var seen = (await engine.Archive.FindAsync(run, cancellation))!.Summary.Sequence;
            await engine.UntilAsync(run, view => view.Summary.Sequence > seen, cancellation);
        }
    }

    // A subscription that is still waited for cannot be disposed of, and would hide why.
    private static async Task EndAsync(CancellationTokenSource patience, Task<bool> next)
    {
        await patience.CancelAsync();
        await next.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private static async Task<bool> Moved(Task<bool> next, CancellationToken cancellation)
    {
        try
        {
            return await next;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
