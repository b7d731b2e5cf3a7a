using System.Threading.Channels;

namespace Cutover.Engine.Notifications;

/// <summary>Wakes whoever waits for something to send; rung while nobody waits, it wakes the next one.</summary>
internal sealed class Bell
{
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rung.Writer.TryWrite(true);

    /// <summary>Waits until it is rung, but not for longer than this.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        try
        {
            await rung.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time is over.
        }
    }
}
