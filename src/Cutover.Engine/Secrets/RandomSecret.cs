using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Cutover.Engine.Secrets;

/// <summary>Random texts that open something. Only their hashes are kept: 256 random bits need no slow one.</summary>
public static class RandomSecret
{
    private const int Bytes = 32;

    /// <summary>43 letters that fit into a URL.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256, in lower-case hexadecimal.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
