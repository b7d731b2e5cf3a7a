using System.Security.Cryptography;
using System.Text;

namespace Cutover.Engine.Probes;

/// <summary>One upgrade request (RFC 6455, 4.1) and the accept value that proves it was understood.</summary>
/// <param name="Bytes">The whole request.</param>
/// <param name="ExpectedAccept">What Sec-WebSocket-Accept must say.</param>
internal readonly record struct UpgradeRequest(ReadOnlyMemory<byte> Bytes, string ExpectedAccept)
{
    private const string AcceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

#pragma warning disable CA5350 // The protocol fixes SHA-1 here; it proves understanding, not identity.
    public static string AcceptFor(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + AcceptSuffix)));
#pragma warning restore CA5350
}
