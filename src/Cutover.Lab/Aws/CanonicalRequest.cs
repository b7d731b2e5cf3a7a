using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cutover.Lab.Aws;

/// <summary>The text both sides hash: method, path, query, signed headers, their names, and the hash of the body.</summary>
internal static partial class CanonicalRequest
{
    internal static string Build(HttpRequest request, ImmutableArray<string> signedHeaders, string bodyHash)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var cut = target.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = cut < 0 ? (target, "") : (target[..cut], target[(cut + 1)..]);
        var names = string.Join(';', signedHeaders);
        return string.Join('\n', request.Method, Path(path), Query(query), Headers(request, signedHeaders), names, bodyHash);
    }

    // Every service but S3 escapes the path a second time, so the path is taken as it came over the wire and escaped once more.
    private static string Path(string raw) => string.Join('/', raw.Split('/').Select(Uri.EscapeDataString));

    private static string Query(string raw)
    {
        var pairs = raw.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair);
        var ordered = pairs.OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal);
        return string.Join('&', ordered.Select(pair => $"{pair.Name}={pair.Value}"));
    }

    private static (string Name, string Value) Pair(string text)
    {
        var cut = text.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = cut < 0 ? (text, "") : (text[..cut], text[(cut + 1)..]);
        return (Escape(name), Escape(value));
    }

    private static string Escape(string raw) => Uri.EscapeDataString(Uri.UnescapeDataString(raw));

    private static string Headers(HttpRequest request, ImmutableArray<string> names) =>
        string.Concat(names.Select(name => $"{name}:{string.Join(',', request.Headers[name].Select(Fold))}\n"));

    private static string Fold(string? value) => Spaces().Replace((value ?? "").Trim(), " ");

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
