using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>Where a stack is dialled: an absolute ws or wss URL without user and fragment.</summary>
public static partial class EndpointNotation
{
    /// <summary>What an endpoint looks like; for .NET and ECMAScript alike.</summary>
    public const string Pattern = "^[wW][sS]{1,2}://[^/?#@ ]+([/?][^#]*)?$";

    public static Parsed<Uri> Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return NoUrl(text);
        }

        return uri.Scheme switch
        {
            "http" or "https" => new Fault($"\"{text}\" is a URL for HTTP, and probes open WebSockets", "ws" + text[4..]),
            not ("ws" or "wss") => new Fault($"probes dial ws or wss, not {uri.Scheme}", "wss" + text[uri.Scheme.Length..]),
            _ when uri.UserInfo.Length > 0 => new Fault(
                "an endpoint carries no user or password, because playbooks are shown to everyone",
                text.Replace(uri.UserInfo + "@", "", StringComparison.Ordinal)),
            _ when uri.Fragment.Length > 0 =>
                new Fault("a fragment (#…) is never sent to a server", text[..text.IndexOf('#', StringComparison.Ordinal)]),
            _ => Whole().IsMatch(text) ? uri : NoUrl(text),
        };
    }

    private static Fault NoUrl(string text) =>
        Fault.Advice($"\"{text}\" is not a WebSocket URL", "scheme, host, port and path, such as wss://envoy.internal.example:443/");

    [GeneratedRegex(Pattern)]
    private static partial Regex Whole();
}
