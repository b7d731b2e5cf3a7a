using System.Net.Sockets;

namespace Cutover.Engine.Probes;

/// <summary>An upgraded connection: from here on its bytes are WebSocket frames.</summary>
/// <param name="socket">The connection, in non-blocking mode.</param>
/// <param name="stream">What to read from: the socket's stream or TLS upon it; owns the socket.</param>
public sealed class DialedConnection(Socket socket, Stream stream) : IDisposable
{
    public Stream Stream { get; } = stream;

    /// <summary>What the peer sent right behind its 101; comes before anything read from the stream.</summary>
    public ReadOnlyMemory<byte> Early { get; internal set; }

    /// <summary>The same connection with TLS upon it.</summary>
    internal DialedConnection Over(Stream secure) => new(socket, secure);

    /// <summary>
    /// Sends a few bytes at once or not at all: it never waits. The system's send buffer holds many times what a probe sends within its
    /// deadlines, so that a full one means a peer that reads nothing. One caller at a time.
    /// </summary>
    /// <returns>What went wrong, or <see cref="SocketError.Success"/>.</returns>
    public SocketError Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (Stream is NetworkStream)
            {
                var sent = socket.Send(bytes, SocketFlags.None, out var error);
                return error == SocketError.Success && sent < bytes.Length ? SocketError.NoBufferSpaceAvailable : error;
            }

            Stream.Write(bytes);
            return SocketError.Success;
        }
        catch (IOException broken)
        {
            return (broken.InnerException as SocketException)?.SocketErrorCode ?? SocketError.SocketError;
        }
        catch (ObjectDisposedException)
        {
            return SocketError.OperationAborted;
        }
    }

    /// <summary>Closes the socket without a word.</summary>
    public void Dispose() => Stream.Dispose();
}
