using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Cutover.Engine.Probes;

/// <summary>Puts TLS on a dialed stream and keeps what the certificate's validation said.</summary>
internal sealed class TlsHandshake(ProbeTarget target, ProbeOptions options, TimeProvider time)
{
    public TlsResult? Result { get; private set; }

    /// <exception cref="AuthenticationException">Certificate refused, or the peer speaks no TLS.</exception>
    public async Task AuthenticateAsync(SslStream stream)
    {
        await stream.AuthenticateAsClientAsync(ClientOptions());
        var agreed = stream.NegotiatedApplicationProtocol.ToString();
        Result = Result is null ? null : Result with { Protocol = stream.SslProtocol, Alpn = agreed.Length == 0 ? null : agreed };
    }

    private SslClientAuthenticationOptions ClientOptions() => new()
    {
        TargetHost = target.HostName,
        ApplicationProtocols = [SslApplicationProtocol.Http11],
        CertificateChainPolicy = ChainPolicy(),
        RemoteCertificateValidationCallback = Validate,
    };

    private X509ChainPolicy ChainPolicy()
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            VerificationTime = time.GetUtcNow().UtcDateTime,
            VerificationTimeIgnored = false,
            // Many clients fetch no missing intermediates; the probe must not hide from the operator what those clients meet.
            DisableCertificateDownloads = true,
        };
        if (options.TrustedRoots is { } roots)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(roots);
        }

        return policy;
    }

    private bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var problems = chain?.ChainStatus.Select(status => status.Status.ToString()).Distinct() ?? [];
        DateTimeOffset? notAfter = certificate is X509Certificate2 full ? full.NotAfter : null;
        Result = new TlsResult(errors, certificate?.Subject, notAfter, string.Join(", ", problems), SslProtocols.None);
        return errors == SslPolicyErrors.None;
    }
}
