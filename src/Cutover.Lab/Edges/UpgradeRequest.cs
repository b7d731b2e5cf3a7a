namespace Cutover.Lab.Edges;

/// <summary>A client's request for a WebSocket (RFC 6455 §4.2.1).</summary>
/// <param name="Key">The Sec-WebSocket-Key as sent.</param>
/// <param name="Kind">Probe or population, by the User-Agent.</param>
internal sealed record UpgradeRequest(string Key, ClientKind Kind)
{
    private const string ProbeAgent = "cutover-probe";

    /// <summary>Null when the head is no WebSocket upgrade that this edge can serve; the answer to that is 400 or 426.</summary>
    public static UpgradeRequest? Parse(string head)
    {
        var lines = head.Split("\r\n");
        var headers = Headers(lines.AsSpan(1));
        return IsGet(lines[0]) && IsUpgrade(headers) ? new UpgradeRequest(headers["Sec-WebSocket-Key"], KindOf(headers)) : null;
    }

    private static Dictionary<string, string> Headers(ReadOnlySpan<string> lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                headers[line[..colon]] = line[(colon + 1)..].Trim();
            }
        }

        return headers;
    }

    private static bool IsGet(string requestLine) =>
        requestLine.StartsWith("GET /", StringComparison.Ordinal) && requestLine.EndsWith(" HTTP/1.1", StringComparison.Ordinal);

    private static bool IsUpgrade(Dictionary<string, string> headers) =>
        headers.ContainsKey("Host")
        && Lists(headers, "Upgrade", "websocket")
        && Lists(headers, "Connection", "Upgrade")
        && Lists(headers, "Sec-WebSocket-Version", "13")
        && HasKey(headers);

    private static bool Lists(Dictionary<string, string> headers, string name, string token) =>
        headers.TryGetValue(name, out var value)
        && value.Split(',', StringSplitOptions.TrimEntries).Contains(token, StringComparer.OrdinalIgnoreCase);

    private static bool HasKey(Dictionary<string, string> headers)
    {
        Span<byte> nonce = stackalloc byte[16];
        return headers.TryGetValue("Sec-WebSocket-Key", out var key)
            && key.Length == 24
            && Convert.TryFromBase64String(key, nonce, out var length)
            && length == nonce.Length;
    }

    private static ClientKind KindOf(Dictionary<string, string> headers) =>
        headers.TryGetValue("User-Agent", out var agent) && agent.StartsWith(ProbeAgent, StringComparison.OrdinalIgnoreCase)
            ? ClientKind.Probe
            : ClientKind.Population;
}
