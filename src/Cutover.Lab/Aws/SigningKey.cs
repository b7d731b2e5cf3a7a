using System.Security.Cryptography;
using System.Text;

namespace Cutover.Lab.Aws;

/// <summary>The key chain of Signature Version 4: secret → day → region → service → request.</summary>
internal static class SigningKey
{
    internal static string Sign(string secret, CredentialScope scope, string stringToSign)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var link in (string[])[scope.Date, scope.Region, scope.Service, "aws4_request"])
        {
            key = Hmac(key, link);
        }

        return Convert.ToHexStringLower(Hmac(key, stringToSign));
    }

    internal static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
