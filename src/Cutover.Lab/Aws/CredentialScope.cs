using System.Diagnostics.CodeAnalysis;

namespace Cutover.Lab.Aws;

/// <summary>Whose key, and for which day, region and service the signature was made.</summary>
internal sealed record CredentialScope(string AccessKeyId, string Date, string Region, string Service)
{
    private const string Terminator = "aws4_request";

    /// <summary>The scope as it stands in the string to sign.</summary>
    internal string Text => $"{Date}/{Region}/{Service}/{Terminator}";

    internal static bool TryParse(string text, [NotNullWhen(true)] out CredentialScope? scope)
    {
        var parts = text.Split('/');
        var whole = parts.Length == 5 && parts[4] == Terminator;
        scope = whole ? new(parts[0], parts[1], parts[2], parts[3]) : null;
        return whole;
    }
}
