using System.Security.Cryptography;
using System.Text;

namespace Cutover.Lab.Edges;

/// <summary>The answers an edge gives to an upgrade request, as bytes for the wire.</summary>
internal static class UpgradeResponse
{
    /// <summary>Fixed by RFC 6455 §1.3.</summary>
    private const string KeySuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    public static byte[] SwitchingProtocols(string server, string key) => Encoding.Latin1.GetBytes(
        $"HTTP/1.1 101 Switching Protocols\r\nServer: {server}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
        $"Sec-WebSocket-Accept: {Accept(key)}\r\n\r\n");

    public static byte[] ServiceUnavailable(string server) => Encoding.Latin1.GetBytes(
        $"HTTP/1.1 503 Service Unavailable\r\nServer: {server}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

    /// <summary>To a plain HTTP request, and (RFC 6455 §4.2.2) to a WebSocket version other than 13.</summary>
    public static byte[] UpgradeRequired(string server) => Encoding.Latin1.GetBytes(
        $"HTTP/1.1 426 Upgrade Required\r\nServer: {server}\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
        "Connection: Upgrade, close\r\nContent-Length: 0\r\n\r\n");

#pragma warning disable CA5350 // RFC 6455 fixes SHA-1 here; it protects nothing.
    private static string Accept(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + KeySuffix)));
#pragma warning restore CA5350
}
