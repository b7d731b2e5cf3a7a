using System.Threading.Channels;

namespace Cutover.Web.Components.Live;

/// <summary>
/// Turns any number of wishes into few readings: one at a time, a pause between two, and always one after the last wish. The pause is as long
/// as the reading before it took: at most half of the time goes into readings, unless even the longest pause is shorter than one.
/// </summary>
/// <param name="pause">The shortest pause.</param>
/// <param name="longest">The longest.</param>
public sealed class Coalescing(TimeProvider time, TimeSpan pause, TimeSpan longest)
{
    private readonly Channel<byte> wishes =
        Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>With a pause that is always the same.</summary>
    public Coalescing(TimeProvider time, TimeSpan pause)
        : this(time, pause, pause)
    {
    }

    public void Wish() => wishes.Writer.TryWrite(0);

    /// <summary>Reads when wished for, until cancelled.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> read, CancellationToken cancellation)
    {
        await foreach (var _ in wishes.Reader.ReadAllAsync(cancellation))
        {
            var began = time.GetTimestamp();
            await read(cancellation);
            var took = time.GetElapsedTime(began);
            await Task.Delay(took < pause ? pause : took > longest ? longest : took, time, cancellation);
        }
    }
}
