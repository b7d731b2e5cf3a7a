using System.Threading.Channels;
using Cutover.Cli.Problems;

namespace Cutover.Cli.Watching;

/// <summary>
/// Carries "there is something to look at" from the subscription to whoever reads; many such signals before a look are one.
/// </summary>
internal sealed class MoveSignal(TimeProvider time)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // A subscription that is dead without knowing it shows by a reading that fails.
    private const int LongestSilence = 15;

    private readonly Channel<bool> moved =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Why the subscription is over, where the host said so.</summary>
    public CommandProblem? Problem { get; private set; }

    public void Set() => moved.Writer.TryWrite(true);

    public void End(CommandProblem? problem)
    {
        Problem = problem;
        moved.Writer.TryComplete();
    }

    /// <summary>Waits until there is something to look at, or for 15 s.</summary>
    /// <param name="tick">Called every second.</param>
    /// <returns>False when the subscription is over.</returns>
    public async Task<bool> WaitAsync(Action tick, CancellationToken cancellation)
    {
        for (var second = 0; second < LongestSilence; second++)
        {
            if (await WaitASecondAsync(cancellation) is { } more)
            {
                return more;
            }

            tick();
        }

        return true;
    }

    private async Task<bool?> WaitASecondAsync(CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(Second, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await moved.Reader.WaitToReadAsync(either.Token) && moved.Reader.TryRead(out _);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
