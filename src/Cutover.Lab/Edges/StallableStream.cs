using System.Net.Sockets;

namespace Cutover.Lab.Edges;

/// <summary>
/// The bytes of one connection, held back while the edge is stalled. The gate stands behind the read, not before it: a read is always
/// pending, and what arrives during a stall (a ping above all, which the WebSocket layer answers by itself) must not get through.
/// </summary>
/// <param name="ending">Cancelled when the connection is cut: the WebSocket layer writes its pongs without any token of its own.</param>
internal sealed class StallableStream(Socket socket, EdgeWorkings edge, CancellationToken ending) : NetworkStream(socket, ownsSocket: false)
{
    // RFC 6455, 5.2: the low four bits of a frame's first byte are its opcode.
    private const int Opcode = 0x0F;
    private const int Pong = 0x0A;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read > 0)
        {
            await edge.Gate.PassAsync(Socket, cancellationToken).ConfigureAwait(false);
        }

        return read;
    }

    /// <summary>A pong is an answer as an echo is, and a slow edge is slow with it; each frame is written whole, in one call.</summary>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer is { IsEmpty: false } && (buffer.Span[0] & Opcode) == Pong)
        {
            await edge.BeforeAnswerAsync(Socket, ending).ConfigureAwait(false);
        }

        await base.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
    }
}
