using System.Buffers;
using System.Net.Sockets;
using System.Text;

namespace Cutover.Lab.Edges;

/// <summary>Reads the head of one HTTP/1.1 request.</summary>
internal static class RequestHead
{
    private const int Limit = 8 * 1024;

    /// <summary>
    /// The head with its empty last line; null when the client left, sent more than 8 KiB, or sent anything behind the head,
    /// which RFC 6455 §4.1 forbids before the 101.
    /// </summary>
    public static async Task<string?> ReadAsync(Socket socket, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Limit);
        try
        {
            return await ReadAsync(socket, buffer.AsMemory(0, Limit), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<string?> ReadAsync(Socket socket, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var filled = 0;
        while (filled < buffer.Length)
        {
            var read = await socket.ReceiveAsync(buffer[filled..], cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            filled += read;
            var end = buffer.Span[..filled].IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                return end + 4 == filled ? Encoding.Latin1.GetString(buffer.Span[..filled]) : null;
            }
        }

        return null;
    }
}
