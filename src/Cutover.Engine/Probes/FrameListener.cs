using System.Net.Sockets;

namespace Cutover.Engine.Probes;

/// <summary>Reads frames off a connection for a sink. While it waits it has no buffer.</summary>
/// <param name="connection">Where from.</param>
/// <param name="shown">How many bytes of a payload the sink needs to see, 125 to 2,048.</param>
/// <param name="sink">Where to.</param>
internal sealed class FrameListener(DialedConnection connection, int shown, IFrameSink sink)
{
    private FrameBuffer _frames = new(shown);
    private bool _isOver;

    /// <summary>Reads until the connection ends or the sink wants no more. Throws nothing but what the sink throws.</summary>
    public async Task RunAsync()
    {
        HeldEnd? end = null;
        try
        {
            Take(connection.Early);
            while (!_isOver && end is null)
            {
                var arrival = await connection.ArrivalAsync().ConfigureAwait(false);
                end = arrival == SocketError.Success
                    ? Filled(await connection.ReadAsync(_frames.Room()).ConfigureAwait(false))
                    : HeldEnd.FromError(arrival);
            }
        }
        catch (IOException fault)
        {
            end = HeldEnd.FromFault(fault);
        }
        catch (ObjectDisposedException)
        {
            // By its owner, who knows.
        }
        finally
        {
            connection.Early = _frames.Rest.ToArray();
            _frames.GiveBack();
            sink.Over(end);
        }
    }

    private void Take(ReadOnlyMemory<byte> early)
    {
        while (!early.IsEmpty)
        {
            var room = _frames.Room();
            var count = Math.Min(room.Length, early.Length);
            early[..count].CopyTo(room);
            early = early[count..];
            Filled(count);
        }
    }

    private HeldEnd? Filled(int read)
    {
        if (read == 0)
        {
            return new HeldEnd(HeldEndKind.Fin);
        }

        _frames.Filled(Math.Max(0, read));
        while (!_isOver && _frames.TryTake(out var frame))
        {
            _isOver = !sink.Take(frame);
        }

        if (!_isOver)
        {
            _frames.Settle();
        }

        return null;
    }
}
