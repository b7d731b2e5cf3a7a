using System.Security.Cryptography;
using System.Text;

namespace Cutover.Core.Playbooks.Versions;

/// <summary>Tells texts of playbooks apart.</summary>
public static class PlaybookHash
{
    /// <summary>SHA-256 over the text's UTF-8, in lower-case hexadecimal.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
