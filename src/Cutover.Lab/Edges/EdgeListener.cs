using System.Net;
using System.Net.Sockets;

namespace Cutover.Lab.Edges;

/// <summary>One listening socket, from bind to close. An edge that comes back to life opens a new one on the same address.</summary>
internal sealed class EdgeListener : IDisposable
{
    private const int Backlog = 1024;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    private readonly Socket _socket;
    private readonly CancellationTokenSource _closed = new();

    private EdgeListener(Socket socket) => _socket = socket;

    public IPEndPoint Address => (IPEndPoint)_socket.LocalEndPoint!;

    /// <exception cref="SocketException">The address is not of this machine, or is taken.</exception>
    public static EdgeListener Open(IPEndPoint address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(address);
            socket.Listen(Backlog);
            return new EdgeListener(socket);
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw Unlistened.At(address, failure);
        }
    }

    /// <summary>Hands over every accepted connection until the listener is closed.</summary>
    public async Task AcceptAsync(Action<EdgeListener, Socket> arrived, TimeProvider time)
    {
        while (!_closed.IsCancellationRequested)
        {
            try
            {
                var socket = await _socket.AcceptAsync(_closed.Token).ConfigureAwait(false);
                socket.NoDelay = true;
                arrived(this, socket);
            }
            catch (SocketException) when (!_closed.IsCancellationRequested)
            {
                // Out of file descriptors, or a client that left in the queue: neither may end the edge, nor make it spin.
                await Task.Delay(Breath, time, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception e) when (ConnectionEnd.Is(e))
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        _closed.Cancel();
        _socket.Dispose();
    }
}
