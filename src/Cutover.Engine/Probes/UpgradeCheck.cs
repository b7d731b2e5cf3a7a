namespace Cutover.Engine.Probes;

/// <summary>What a 101 must say to open a WebSocket (RFC 6455, 4.1), for a client that offered no extension.</summary>
internal static class UpgradeCheck
{
    /// <summary>The first thing wrong with the answer, or null.</summary>
    /// <param name="response">The 101.</param>
    /// <param name="expectedAccept">What proves that the request was understood.</param>
    /// <param name="offered">The subprotocol that was offered, and so must be chosen; null when none was.</param>
    public static string? FindFault(UpgradeResponse response, string expectedAccept, string? offered)
    {
        var accepts = response.ValuesOf("Sec-WebSocket-Accept").ToList();
        var chosen = response.ValuesOf("Sec-WebSocket-Protocol").FirstOrDefault();
        return response switch
        {
            _ when !HasToken(response, "Upgrade", "websocket") => "101 without Upgrade: websocket",
            _ when !HasToken(response, "Connection", "upgrade") => "101 without Connection: Upgrade",
            _ when accepts.Count != 1 => $"101 with {accepts.Count} Sec-WebSocket-Accept headers",
            _ when accepts[0] != expectedAccept => "101 with a wrong Sec-WebSocket-Accept",
            _ when response.ValuesOf("Sec-WebSocket-Extensions").Any() => "101 with an extension that was not offered",
            _ when offered is null && chosen is not null => "101 with a subprotocol that was not offered",
            _ when offered is not null && chosen is null => $"101 without the subprotocol {offered}",
            _ when chosen != offered => $"101 with a subprotocol that was not offered ({offered} was)",
            _ => null,
        };
    }

    private static bool HasToken(UpgradeResponse response, string header, string token) =>
        response.ValuesOf(header)
            .SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries))
            .Contains(token, StringComparer.OrdinalIgnoreCase);
}
