using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cutover.Engine.Tests.Aws.Wire;

/// <summary>Computes Signature Version 4 over a received request again, as the documentation describes it.</summary>
public static class SignatureCheck
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    public static void AssertSigned(RecordedRequest request, string region, string service)
    {
        var date = request.Headers["X-Amz-Date"].ToString();
        var scope = $"{date[..8]}/{region}/{service}/aws4_request";
        var authorization = request.Headers.Authorization.ToString();
        var signedHeaders = Between(authorization, "SignedHeaders=", ",");

        Assert.StartsWith($"AWS4-HMAC-SHA256 Credential={AccessKey}/{scope},", authorization, StringComparison.Ordinal);
        Assert.Contains("host", signedHeaders, StringComparison.Ordinal);
        Assert.EndsWith($"Signature={Expected(request, date, scope, signedHeaders)}", authorization, StringComparison.Ordinal);
    }

    private static string Expected(RecordedRequest request, string date, string scope, string signedHeaders)
    {
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), Hmac);
        return Convert.ToHexStringLower(Hmac(key, $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hash(Canonical(request, signedHeaders))}"));
    }

    private static string Canonical(RecordedRequest request, string signedHeaders)
    {
        var query = request.Query
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
        var headers = signedHeaders
            .Split(';')
            .Select(name => string.Create(CultureInfo.InvariantCulture, $"{name}:{request.Headers[name]}\n"));
        return $"{request.Method}\n{request.Path}\n{string.Join('&', query)}\n{string.Concat(headers)}\n{signedHeaders}\n{Hash(request.Body)}";
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
