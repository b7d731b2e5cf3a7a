using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Cutover.Engine.Probes;

/// <summary>Reads the head of an HTTP/1.1 answer, strictly: what is not plainly right is malformed (RFC 9112, 4 and 5).</summary>
internal static class UpgradeResponseParser
{
    public static readonly byte[] VersionPrefix = "HTTP/1.1 "u8.ToArray();

    private static readonly SearchValues<char> TokenChars =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>False, with the reason, when <paramref name="head"/> (through its empty line) is malformed.</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> head,
        [NotNullWhen(true)] out UpgradeResponse? response,
        [NotNullWhen(false)] out string? malformation)
    {
        response = null;
        var lines = Encoding.Latin1.GetString(head).Split("\r\n");
        malformation = TryStatus(lines[0], out var status, out var reason) ? null : "malformed status line";
        var headers = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(lines.Length);
        // The split leaves two empty pieces behind the last header.
        for (var i = 1; malformation is null && i < lines.Length - 2; i++)
        {
            malformation = TryHeader(lines[i], out var header) ? null : $"malformed header line {i}";
            headers.Add(header);
        }

        if (malformation is null)
        {
            response = new UpgradeResponse(status, reason, headers.ToImmutable());
        }

        return response is not null;
    }

    private static bool TryStatus(string line, out int status, out string reason)
    {
        status = 0;
        reason = line.Length > 13 ? line[13..] : "";
        return line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)
            && line.Length >= 12
            && (line.Length == 12 || line[12] == ' ')
            && int.TryParse(line.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out status)
            && status is >= 100 and <= 599
            && IsText(reason);
    }

    private static bool TryHeader(string line, out KeyValuePair<string, string> header)
    {
        header = default;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || line.AsSpan(0, colon).ContainsAnyExcept(TokenChars))
        {
            return false;
        }

        header = new(line[..colon], line[(colon + 1)..].Trim(' ', '\t'));
        return IsText(header.Value);
    }

    private static bool IsText(string value) => !value.AsSpan().ContainsAny('\r', '\n', '\0');
}
