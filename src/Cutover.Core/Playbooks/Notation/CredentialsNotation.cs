using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>Where credentials are found: "env:NAME" or "file:/path".</summary>
public static partial class CredentialsNotation
{
    /// <summary>What a reference looks like; for .NET and ECMAScript alike.</summary>
    public const string Pattern = "^(env:[A-Za-z_][A-Za-z0-9_]*|file:/[^ ]+)$";

    public static Parsed<CredentialsReference> Read(string text)
    {
        if (!Whole().IsMatch(text))
        {
            // Whatever stands here may be the secret itself: it is not repeated.
            return Fault.Advice(
                "credentials never stand in a playbook, only where they are found", "env:NAME of a variable, or file:/path of a file");
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var origin = text[..colon] == "env" ? CredentialsOrigin.Environment : CredentialsOrigin.File;
        return new CredentialsReference(origin, text[(colon + 1)..]);
    }

    [GeneratedRegex(Pattern)]
    private static partial Regex Whole();
}
