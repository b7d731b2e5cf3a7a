using System.Net.Sockets;
using System.Text;
using Cutover.Lab.Edges;

namespace Cutover.Lab.Tests.Edges;

/// <summary>A client without a WebSocket library: says what it is told to, byte for byte.</summary>
internal sealed class RawClient : IDisposable
{
    public const string Upgrade =
        "GET / HTTP/1.1\r\nHost: lab\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n" +
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public static async Task<RawClient> ConnectedAsync(Edge edge)
    {
        var client = new RawClient();
        await client._socket.ConnectAsync(edge.Address, TestContext.Current.CancellationToken);
        return client;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await _socket.SendAsync(bytes, TestContext.Current.CancellationToken);

    public async Task<byte[]> ReadAsync()
    {
        var buffer = new byte[4096];
        var read = await _socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        return buffer[..read];
    }

    public async Task<string> ReadTextAsync() => Encoding.Latin1.GetString(await ReadAsync());

    public void Dispose() => _socket.Dispose();
}
