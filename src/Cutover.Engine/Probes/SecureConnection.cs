using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Cutover.Engine.Probes;

/// <summary>A TCP connection with TLS upon it.</summary>
internal sealed class SecureConnection(SslStream stream, Socket socket) : DialedConnection
{
    public override bool HasUnread => PlainConnection.HasUnreadOn(socket);

    public override SocketError Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
            return SocketError.Success;
        }
        catch (IOException broken)
        {
            return ErrorOf(broken);
        }
        catch (ObjectDisposedException)
        {
            return SocketError.OperationAborted;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<SocketError> ArrivalAsync()
    {
        try
        {
            _ = await stream.ReadAsync(Memory<byte>.Empty).ConfigureAwait(false);
            return SocketError.Success;
        }
        catch (IOException broken)
        {
            return ErrorOf(broken);
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer) => stream.ReadAsync(buffer);

    public override void Dispose() => stream.Dispose();

    private static SocketError ErrorOf(IOException broken) =>
        (broken.InnerException as SocketException)?.SocketErrorCode ?? SocketError.SocketError;
}
