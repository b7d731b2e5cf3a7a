using System.Security.Cryptography;
using System.Text;

namespace Cutover.Engine.Notifications.Delivery;

/// <summary>
/// Signs as Standard Webhooks 1.0 has it: "v1," and the base64 of HMAC-SHA256 over the id, a full stop, the time in seconds since 1970, a
/// full stop, and the body. A receiver refuses what is minutes old, and what it has seen.
/// </summary>
internal sealed class WebhookSignature(byte[] key)
{
    /// <summary>Least length of a key, in bytes.</summary>
    public const int ShortestKey = 24;

    private const string Prefix = "whsec_";

    /// <summary>
    /// The key in a secret: what stands after "whsec_" in base64, or the text's own bytes; null where it is too short or no base64.
    /// </summary>
    public static byte[]? Key(string secret)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetBytes(secret) is { Length: >= ShortestKey } text ? text : null;
        }

        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) && length >= ShortestKey ? key[..length] : null;
    }

    /// <param name="id">Of the message.</param>
    /// <param name="at">Seconds since 1970.</param>
    /// <param name="body">As it is sent.</param>
    public string Of(string id, long at, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(FormattableString.Invariant($"{id}.{at}.{body}"))));
}
