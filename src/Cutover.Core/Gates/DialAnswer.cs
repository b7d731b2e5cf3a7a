namespace Cutover.Core.Gates;

/// <summary>How a stack answered one dial of a probe: whatever a client could tell two stacks apart by.</summary>
/// <param name="Status">The HTTP status of the answer to the upgrade request.</param>
/// <param name="Subprotocol">The subprotocol that it chose; null for none.</param>
/// <param name="Extensions">The extensions that it negotiated; null for none.</param>
/// <param name="Tls">The TLS version; null on ws.</param>
/// <param name="Alpn">The protocol that TLS agreed on; null for none.</param>
/// <param name="Reply">What came instead of the reply that the probe waits for; null where it came, or none is waited for.</param>
public sealed record DialAnswer(
    int Status,
    string? Subprotocol = null,
    string? Extensions = null,
    string? Tls = null,
    string? Alpn = null,
    string? Reply = null)
{
    /// <summary>The answer in words, without what another answer has in common with it.</summary>
    public string Beside(DialAnswer other)
    {
        string?[] told =
        [
            Subprotocol != other.Subprotocol ? $"subprotocol {Subprotocol ?? "none"}" : null,
            Extensions != other.Extensions ? $"extensions {Extensions ?? "none"}" : null,
            Tls != other.Tls ? $"TLS version {Tls ?? "none"}" : null,
            Alpn != other.Alpn ? $"ALPN {Alpn ?? "none"}" : null,
            Reply != other.Reply ? Reply ?? "the expected reply" : null,
        ];
        var with = string.Join(", ", told.OfType<string>());
        return FormattableString.Invariant($"{Status}") + (with.Length == 0 ? string.Empty : $" with {with}");
    }
}
