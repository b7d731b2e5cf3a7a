using System.Net.Sockets;

namespace Cutover.Engine.Probes;

/// <summary>A connection to a stack; once it is upgraded its bytes are WebSocket frames.</summary>
public abstract class DialedConnection : IDisposable
{
    private protected DialedConnection()
    {
    }

    /// <summary>A read that found nothing: an event of the system may outlive the bytes that caused it. Wait again.</summary>
    public const int NothingYet = -1;

    /// <summary>What the peer sent right behind its 101; comes before anything read from the connection.</summary>
    public ReadOnlyMemory<byte> Early { get; internal set; }

    /// <summary>
    /// Sends at once or not at all: it never waits. The system's send buffer holds many times what a probe sends within its deadlines, so
    /// that a full one means a peer that reads nothing. One caller at a time.
    /// </summary>
    /// <returns>What went wrong, or <see cref="SocketError.Success"/>.</returns>
    public abstract SocketError Send(ReadOnlySpan<byte> bytes);

    /// <summary>Sends one short frame, as the other <see cref="Send(ReadOnlySpan{byte})"/> does.</summary>
    internal SocketError Send(FrameKind kind, ReadOnlySpan<byte> payload)
    {
        Span<byte> frame = stackalloc byte[FrameHeader.MaxControlPayload + FrameEncoding.Overhead];
        return Send(frame[..FrameEncoding.Write(frame, kind, payload)]);
    }

    /// <summary>Sends, or fails.</summary>
    /// <exception cref="IOException">Not sent.</exception>
    internal void MustSend(ReadOnlySpan<byte> bytes)
    {
        if (Send(bytes) is not SocketError.Success and var error)
        {
            throw Fault(error);
        }
    }

    /// <summary>True while bytes of the peer have arrived that nobody has read yet.</summary>
    public abstract bool HasUnread { get; }

    /// <summary>Ends when there is something to read, or with what went wrong; no memory is needed until then.</summary>
    /// <exception cref="ObjectDisposedException">The connection is disposed already.</exception>
    public abstract ValueTask<SocketError> ArrivalAsync();

    /// <summary>
    /// Reads what is there; 0 once the peer has ended the connection, and <see cref="NothingYet"/> when the arrival was a false alarm.
    /// </summary>
    /// <exception cref="IOException">The connection broke, or was disposed meanwhile.</exception>
    /// <exception cref="ObjectDisposedException">The connection is disposed already.</exception>
    public abstract ValueTask<int> ReadAsync(Memory<byte> buffer);

    /// <summary>Closes the socket without a word; whoever waits for it is told so.</summary>
    public abstract void Dispose();

    /// <summary>What went wrong in words, with its code inside.</summary>
    internal static IOException Fault(SocketError error)
    {
        var cause = new SocketException((int)error);
        return new IOException(cause.Message, cause);
    }
}
