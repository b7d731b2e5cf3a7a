using System.Net;
using System.Net.Sockets;

namespace Cutover.Engine.Probes;

/// <summary>
/// Connects one socket. The socket's own asynchronous connect would leave its bookkeeping on the socket for as long as it lives, a fifth of
/// all that a held connection takes.
/// </summary>
internal sealed class ConnectArgs : SocketAsyncEventArgs
{
    private readonly TaskCompletionSource<SocketError> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ConnectArgs()
        : base(true)
    {
    }

    /// <exception cref="SocketException">Not connected.</exception>
    public static async Task ConnectAsync(Socket socket, EndPoint endpoint, CancellationToken cancellationToken)
    {
        using var args = new ConnectArgs { RemoteEndPoint = endpoint };
        if (socket.ConnectAsync(args))
        {
            await using var cancelling = cancellationToken.UnsafeRegister(state => Socket.CancelConnectAsync((ConnectArgs)state!), args);
            await args._done.Task;
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (args.SocketError != SocketError.Success)
        {
            throw new SocketException((int)args.SocketError);
        }
    }

    protected override void OnCompleted(SocketAsyncEventArgs e) => _done.TrySetResult(e.SocketError);
}
