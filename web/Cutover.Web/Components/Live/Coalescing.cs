using System.Threading.Channels;

namespace Cutover.Web.Components.Live;

/// <summary>Turns any number of wishes into few readings: one at a time, a pause between two, and always one after the last wish.</summary>
public sealed class Coalescing(TimeProvider time, TimeSpan pause)
{
    private readonly Channel<byte> wishes =
        Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wish() => wishes.Writer.TryWrite(0);

    /// <summary>Reads when wished for, until cancelled.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> read, CancellationToken cancellation)
    {
        await foreach (var _ in wishes.Reader.ReadAllAsync(cancellation))
        {
            await read(cancellation);
            await Task.Delay(pause, time, cancellation);
        }
    }
}
