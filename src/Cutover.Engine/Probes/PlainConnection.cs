using System.Net;
using System.Net.Sockets;

namespace Cutover.Engine.Probes;

/// <summary>A TCP connection.</summary>
internal sealed class PlainConnection(AddressFamily family) : DialedConnection
{
    private readonly Socket _socket = new(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, Blocking = false };
    private readonly SocketSignal _signal = new();

    public override bool HasUnread => HasUnreadOn(_socket);

    /// <exception cref="IOException">Not connected.</exception>
    public async Task ConnectAsync(EndPoint endpoint)
    {
        if (await _signal.ConnectAsync(_socket, endpoint) is not SocketError.Success and var error)
        {
            throw Fault(error);
        }

        _signal.RemoteEndPoint = null;
    }

    /// <summary>Hands the socket over to a stream, for TLS; this connection is of no use any more.</summary>
    public NetworkStream ToStream()
    {
        // The class refuses sockets that do not block, and works well with them.
        _socket.Blocking = true;
        var stream = new NetworkStream(_socket, ownsSocket: true);
        _socket.Blocking = false;
        return stream;
    }

    public override SocketError Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var sent = _socket.Send(bytes, SocketFlags.None, out var error);
            return error == SocketError.Success && sent < bytes.Length ? SocketError.NoBufferSpaceAvailable : error;
        }
        catch (ObjectDisposedException)
        {
            return SocketError.OperationAborted;
        }
    }

    /// <summary>False as well on a socket that is closed, or broken.</summary>
    internal static bool HasUnreadOn(Socket socket)
    {
        try
        {
            return socket.Available > 0;
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    public override ValueTask<SocketError> ArrivalAsync() => _signal.ReadableAsync(_socket);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        var read = _socket.Receive(buffer.Span, SocketFlags.None, out var error);
        return error switch
        {
            SocketError.Success => new ValueTask<int>(read),
            SocketError.WouldBlock => new ValueTask<int>(NothingYet),
            _ => ValueTask.FromException<int>(Fault(error)),
        };
    }

    /// <summary>Without the shutdown the system would reset a connection that is being waited for.</summary>
    public override void Dispose()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // Never connected, reset, or closed before.
        }

        _socket.Dispose();
    }
}
