using System.Security.Cryptography;
using System.Text;

namespace Cutover.Engine.Probes;

/// <summary>One upgrade request (RFC 6455, 4.1) and the accept value that proves it was understood.</summary>
internal sealed class UpgradeRequest
{
    private const string AcceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static readonly string Agent = $"cutover-probe/{typeof(UpgradeRequest).Assembly.GetName().Version?.ToString(3)}";

    public UpgradeRequest(ProbeTarget target)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        ExpectedAccept = AcceptFor(key);
        Bytes = Encoding.ASCII.GetBytes(
            $"GET {target.Endpoint.PathAndQuery} HTTP/1.1\r\n" +
            $"Host: {target.HostName}\r\n" +
            "Upgrade: websocket\r\n" +
            "Connection: Upgrade\r\n" +
            $"Sec-WebSocket-Key: {key}\r\n" +
            "Sec-WebSocket-Version: 13\r\n" +
            $"User-Agent: {Agent}\r\n\r\n");
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public string ExpectedAccept { get; }

#pragma warning disable CA5350 // The protocol fixes SHA-1 here; it proves understanding, not identity.
    public static string AcceptFor(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + AcceptSuffix)));
#pragma warning restore CA5350
}
