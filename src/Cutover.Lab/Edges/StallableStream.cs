using System.Net.Sockets;

namespace Cutover.Lab.Edges;

/// <summary>
/// The bytes of one connection, held back while the edge is stalled. The gate stands behind the read, not before it: a read is always
/// pending, and what arrives during a stall (a ping above all, which the WebSocket layer answers by itself) must not get through.
/// </summary>
internal sealed class StallableStream(Socket socket, StallGate gate) : NetworkStream(socket, ownsSocket: false)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read > 0)
        {
            await gate.PassAsync(Socket, cancellationToken).ConfigureAwait(false);
        }

        return read;
    }
}
