using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

/// <summary>The server's end of one raw connection.</summary>
internal sealed class RawPeer(Socket socket, CancellationToken stop) : IDisposable
{
    public Stream Stream { get; set; } = new NetworkStream(socket, ownsSocket: true);

    /// <summary>Puts TLS on the connection.</summary>
    public async Task SecureAsync(Func<string?, X509Certificate2> certificateFor)
    {
        var secure = new SslStream(Stream);
        Stream = secure;
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificateSelectionCallback = (_, name) => certificateFor(name) }, stop);
    }

    public async Task<string> ReadRequestAsync()
    {
        var request = new StringBuilder();
        var one = new byte[1];
        while (!request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await Stream.ReadExactlyAsync(one, stop);
            request.Append((char)one[0]);
        }

        return request.ToString();
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(params byte[] bytes) => await Stream.WriteAsync(bytes, stop);

    /// <summary>Reads the request and answers with a correct 101, with <paramref name="behind"/> in the same packet.</summary>
    public async Task UpgradeAsync(params byte[] behind)
    {
        var request = await ReadRequestAsync();
        var head = Encoding.Latin1.GetBytes(
            $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: WebSocket\r\nConnection: keep-alive, upgrade\r\nSec-WebSocket-Accept: {AcceptFor(request)}\r\n\r\n");
        await SendAsync([.. head, .. behind]);
    }

    public static string AcceptFor(string request)
    {
        const string Name = "Sec-WebSocket-Key: ";
        var start = request.IndexOf(Name, StringComparison.Ordinal) + Name.Length;
        return UpgradeRequest.AcceptFor(request[start..request.IndexOf('\r', start)]);
    }

    /// <summary>Reads one short masked frame: its first byte and its payload in clear.</summary>
    public async Task<(byte First, byte[] Payload)> ReadFrameAsync()
    {
        var head = new byte[6];
        await Stream.ReadExactlyAsync(head, stop);
        Assert.Equal(0x80, head[1] & 0x80);
        var payload = new byte[head[1] & 0x7F];
        await Stream.ReadExactlyAsync(payload, stop);
        return (head[0], [.. payload.Select((value, i) => (byte)(value ^ head[2 + (i % 4)]))]);
    }

    /// <summary>Ends when the other side answers: it listens from now on, and its first beat is on its way.</summary>
    public async Task AwaitHeldAsync()
    {
        await SendAsync(0x89, 0);
        await ReadFrameAsync();
    }

    public async Task AnswerPingAsync()
    {
        var (first, payload) = await ReadFrameAsync();
        Assert.Equal(0x89, first);
        await SendAsync([0x8A, (byte)payload.Length, .. payload]);
    }

    /// <summary>Answers pings until the client sends anything else.</summary>
    public async Task AnswerPingsAsync()
    {
        var (first, payload) = await ReadFrameAsync();
        while (first == 0x89)
        {
            await SendAsync([0x8A, (byte)payload.Length, .. payload]);
            (first, payload) = await ReadFrameAsync();
        }
    }

    /// <summary>Reads without answering until the client goes away.</summary>
    public async Task SwallowAsync()
    {
        var sink = new byte[1024];
        while (await Stream.ReadAsync(sink, stop) > 0)
        {
        }
    }

    /// <summary>Ends this side of the connection (FIN).</summary>
    public void HangUp() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Ends the connection with an RST.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }

    public void Dispose() => Stream.Dispose();
}
