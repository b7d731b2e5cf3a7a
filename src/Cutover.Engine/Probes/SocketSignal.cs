using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks.Sources;

namespace Cutover.Engine.Probes;

/// <summary>
/// The one operation that a socket has under way: connecting at first, then waiting until there is something to read. The framework's own
/// awaitable operations keep an object of this size for each direction on the socket for as long as it lives. One wait at a time.
/// </summary>
internal sealed class SocketSignal() : SocketAsyncEventArgs(true), IValueTaskSource<SocketError>
{
    private ManualResetValueTaskSourceCore<SocketError> _core;

    public ValueTask<SocketError> ConnectAsync(Socket socket, EndPoint endpoint)
    {
        _core.Reset();
        RemoteEndPoint = endpoint;
        return Wait(socket.ConnectAsync(this));
    }

    /// <summary>Ends when bytes, the peer's end or an error can be read from the socket; reads nothing itself.</summary>
    public ValueTask<SocketError> ReadableAsync(Socket socket)
    {
        _core.Reset();
        return Wait(socket.ReceiveAsync(this));
    }

    public SocketError GetResult(short token) => _core.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    protected override void OnCompleted(SocketAsyncEventArgs e) => _core.SetResult(SocketError);

    private ValueTask<SocketError> Wait(bool isUnderWay) =>
        isUnderWay ? new ValueTask<SocketError>(this, _core.Version) : new ValueTask<SocketError>(SocketError);
}
