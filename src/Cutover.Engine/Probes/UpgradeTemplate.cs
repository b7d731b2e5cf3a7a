using System.Text;

namespace Cutover.Engine.Probes;

/// <summary>The upgrade request to one target; only the key differs from dial to dial.</summary>
internal sealed class UpgradeTemplate
{
    private static readonly string Agent = $"cutover-probe/{typeof(UpgradeTemplate).Assembly.GetName().Version?.ToString(3)}";
    private readonly byte[] _beforeKey;
    private readonly byte[] _afterKey;

    public UpgradeTemplate(ProbeTarget target, ProbeOptions options)
    {
        var host = $"GET {target.Endpoint.PathAndQuery} HTTP/1.1\r\nHost: {target.HostName}\r\n";
        _beforeKey = Encoding.ASCII.GetBytes($"{host}Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ");
        var rest = new StringBuilder("\r\nSec-WebSocket-Version: 13\r\n");
        if (options.Subprotocol is { } subprotocol)
        {
            rest.Append($"Sec-WebSocket-Protocol: {subprotocol}\r\n");
        }

        if (!options.Headers.Keys.Contains("User-Agent", StringComparer.OrdinalIgnoreCase))
        {
            rest.Append($"User-Agent: {Agent}\r\n");
        }

        foreach (var (name, value) in options.Headers)
        {
            rest.Append($"{name}: {value}\r\n");
        }

        _afterKey = Encoding.UTF8.GetBytes(rest.Append("\r\n").ToString());
    }

    /// <summary>A request with a key of its own.</summary>
    public UpgradeRequest Next()
    {
        Span<byte> nonce = stackalloc byte[16];
        Nonces.Fill(nonce);
        var key = Convert.ToBase64String(nonce);
        return new UpgradeRequest((byte[])[.. _beforeKey, .. Encoding.ASCII.GetBytes(key), .. _afterKey], UpgradeRequest.AcceptFor(key));
    }
}
