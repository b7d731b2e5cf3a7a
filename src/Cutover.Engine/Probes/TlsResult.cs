using System.Net.Security;
using System.Security.Authentication;

namespace Cutover.Engine.Probes;

/// <summary>What the TLS handshake of a dial showed; kept also when the certificate was refused.</summary>
/// <param name="Errors">What is wrong with the certificate; None when it is good for the record's host name.</param>
/// <param name="Subject">The certificate's subject, or null when the peer sent none.</param>
/// <param name="NotAfter">When the certificate expires.</param>
/// <param name="ChainProblems">What the chain's validation found, in words; empty when nothing.</param>
/// <param name="Protocol">The negotiated version; None when the handshake did not end.</param>
public sealed record TlsResult(
    SslPolicyErrors Errors,
    string? Subject,
    DateTimeOffset? NotAfter,
    string ChainProblems,
    SslProtocols Protocol)
{
    /// <summary>The protocol that both agreed on; null for none.</summary>
    public string? Alpn { get; init; }

    /// <summary>Why the certificate was refused, in words.</summary>
    public string Problem =>
        ChainProblems.Length == 0 ? $"certificate refused: {Errors}" : $"certificate refused: {Errors} ({ChainProblems})";
}
