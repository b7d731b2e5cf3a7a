using System.Collections.Immutable;

namespace Cutover.Lab.Aws;

/// <summary>The parts of <c>AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…</c>.</summary>
internal sealed record AuthorizationHeader(CredentialScope Scope, ImmutableArray<string> SignedHeaders, string Signature)
{
    internal const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The header's parts, or the sentence that says what is wrong with it.</summary>
    internal static (AuthorizationHeader? Header, string Fault) Parse(string text)
    {
        if (!text.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            return (null, $"Authorization header must begin with '{Algorithm}'.");
        }

        var parts = Split(text[Algorithm.Length..]);
        foreach (var name in (string[])["Credential", "Signature", "SignedHeaders"])
        {
            if (string.IsNullOrEmpty(parts.GetValueOrDefault(name)))
            {
                return (null, $"Authorization header requires '{name}' parameter.");
            }
        }

        return CredentialScope.TryParse(parts["Credential"], out var scope)
            ? (new(scope, [.. parts["SignedHeaders"].Split(';')], parts["Signature"]), "")
            : (null, "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.");
    }

    private static Dictionary<string, string> Split(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = part.IndexOf('=', StringComparison.Ordinal);
            if (cut > 0)
            {
                parts[part[..cut]] = part[(cut + 1)..];
            }
        }

        return parts;
    }
}
