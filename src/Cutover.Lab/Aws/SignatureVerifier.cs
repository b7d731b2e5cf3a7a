using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Cutover.Lab.Aws;

/// <summary>
/// Checks AWS Signature Version 4 in the Authorization header of a request, as the services do: known key, right service and region,
/// signed within five minutes of this clock, host and every x-amz-* header signed, body unchanged.
/// </summary>
/// <param name="keys">The keys that are known. Session tokens are not looked at beyond being signed.</param>
/// <param name="service">The signing name, for example <c>route53</c> or <c>monitoring</c>.</param>
/// <param name="region">For example <c>us-east-1</c>, the only region of Route 53.</param>
/// <param name="time">The clock that skew is measured against.</param>
public sealed class SignatureVerifier(LabKeyRing keys, string service, string region, TimeProvider time)
{
    private const string BodyHashHeader = "x-amz-content-sha256";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <param name="credentials">The keys that are accepted, for good.</param>
    public SignatureVerifier(IEnumerable<LabCredentials> credentials, string service, string region, TimeProvider time)
        : this(RingOf(credentials), service, region, time)
    {
    }

    /// <summary>Reads the body into memory and leaves it rewound, so that the caller can read it again.</summary>
    public async Task<SignatureVerdict> VerifyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        body.Position = 0;
        request.Body = body;
        return Verify(request, SigningKey.Hash(body.GetBuffer().AsSpan(0, (int)body.Length)));
    }

    private SignatureVerdict Verify(HttpRequest request, string bodyHash)
    {
        var text = request.Headers.Authorization.ToString();
        if (text.Length == 0)
        {
            return new(SignatureStatus.MissingAuthenticationToken, "Missing Authentication Token");
        }

        var (header, fault) = AuthorizationHeader.Parse(text);
        if (header is null)
        {
            return new(SignatureStatus.IncompleteSignature, fault);
        }

        if (!TryReadDate(request, out var signedAt))
        {
            return new(
                SignatureStatus.IncompleteSignature,
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }

        return CheckScope(header.Scope, signedAt)
            ?? CheckHeaders(request, header, bodyHash)
            ?? CheckSignature(request, header, signedAt, bodyHash)
            ?? CheckExpiry(header.Scope);
    }

    private static bool TryReadDate(HttpRequest request, out DateTimeOffset signedAt)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var amazon = request.Headers["x-amz-date"].ToString();
        return amazon.Length > 0
            ? DateTimeOffset.TryParseExact(amazon, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, Utc, out signedAt)
            : DateTimeOffset.TryParseExact(request.Headers.Date.ToString(), "r", CultureInfo.InvariantCulture, Utc, out signedAt);
    }

    private SignatureVerdict? CheckScope(CredentialScope scope, DateTimeOffset signedAt)
    {
        if (keys.Find(scope.AccessKeyId) is null)
        {
            return new(SignatureStatus.InvalidClientTokenId, "The security token included in the request is invalid.", scope.AccessKeyId);
        }

        if (scope.Service != service)
        {
            return SignatureVerdict.Mismatch($"Credential should be scoped to correct service: '{service}'.", scope.AccessKeyId);
        }

        if (scope.Region != region)
        {
            return SignatureVerdict.Mismatch($"Credential should be scoped to a valid region, not '{scope.Region}'.", scope.AccessKeyId);
        }

        var day = signedAt.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return scope.Date == day
            ? CheckSkew(scope, signedAt)
            : SignatureVerdict.Mismatch(
                $"The date in the credential scope, '{scope.Date}', is not the day of signing, '{day}'.", scope.AccessKeyId);
    }

    private SignatureVerdict? CheckSkew(CredentialScope scope, DateTimeOffset signedAt)
    {
        var now = time.GetUtcNow();
        if ((now - signedAt).Duration() <= Tolerance)
        {
            return null;
        }

        var message = signedAt < now
            ? $"Signature expired: {Stamp(signedAt)} is now earlier than {Stamp(now - Tolerance)} ({Stamp(now)} - 5 min.)"
            : $"Signature not yet current: {Stamp(signedAt)} is still later than {Stamp(now + Tolerance)} ({Stamp(now)} + 5 min.)";
        return new(SignatureStatus.RequestExpired, message, scope.AccessKeyId);
    }

    private static SignatureVerdict? CheckHeaders(HttpRequest request, AuthorizationHeader header, string bodyHash)
    {
        var mustBeSigned = request.Headers.Keys.Select(name => name.ToLowerInvariant())
            .Where(name => name == "host" || name.StartsWith("x-amz-", StringComparison.Ordinal));
        if (mustBeSigned.FirstOrDefault(name => !header.SignedHeaders.Contains(name)) is { } missing)
        {
            return SignatureVerdict.Mismatch($"'{missing}' must be a 'SignedHeader' in the AWS Authorization.", header.Scope.AccessKeyId);
        }

        var claimed = request.Headers[BodyHashHeader].ToString();
        return claimed.Length == 0 || claimed == bodyHash ? null : SignatureVerdict.Mismatch(
            $"The provided '{BodyHashHeader}' header does not match what was computed.", header.Scope.AccessKeyId);
    }

    private SignatureVerdict? CheckSignature(HttpRequest request, AuthorizationHeader header, DateTimeOffset signedAt, string bodyHash)
    {
        var canonical = SigningKey.Hash(Encoding.UTF8.GetBytes(CanonicalRequest.Build(request, header.SignedHeaders, bodyHash)));
        var toSign = string.Join('\n', AuthorizationHeader.Algorithm, Stamp(signedAt), header.Scope.Text, canonical);
        var secret = keys.Find(header.Scope.AccessKeyId)?.SecretAccessKey ?? string.Empty;
        var expected = SigningKey.Sign(secret, header.Scope, toSign);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(header.Signature))
            ? null
            : SignatureVerdict.Mismatch(
                "The request signature we calculated does not match the signature you provided. "
                    + "Check your AWS Secret Access Key and signing method.",
                header.Scope.AccessKeyId);
    }

    private SignatureVerdict CheckExpiry(CredentialScope scope) => keys.HasExpired(scope.AccessKeyId)
        ? new(SignatureStatus.ExpiredToken, "The security token included in the request is expired", scope.AccessKeyId)
        : new(SignatureStatus.Valid, "", scope.AccessKeyId);

    private static LabKeyRing RingOf(IEnumerable<LabCredentials> credentials)
    {
        var ring = new LabKeyRing();
        foreach (var key in credentials)
        {
            ring.Accept(key);
        }

        return ring;
    }

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
