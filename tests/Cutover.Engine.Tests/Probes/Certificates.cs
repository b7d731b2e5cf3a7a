using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Cutover.Engine.Tests.Probes;

internal static class Certificates
{
    /// <summary>A certificate signed by itself, good for a day around now, with its private key.</summary>
    public static X509Certificate2 SelfSigned(string hostName, DateTimeOffset? notAfter = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={hostName}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(hostName);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-2), notAfter ?? now.AddDays(1));
    }
}
