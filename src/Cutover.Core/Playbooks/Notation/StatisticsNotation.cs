using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>Addresses at which proxies tell their statistics.</summary>
public static partial class StatisticsNotation
{
    /// <summary>An address over HTTP; for .NET and ECMAScript alike.</summary>
    public const string HttpPattern = "^[hH][tT]{2}[pP][sS]?://[^/?#@ ]+([/?][^# ]*)?$";

    /// <summary>An address over HTTP or of a socket; for .NET and ECMAScript alike.</summary>
    public const string HaproxyPattern = $"{HttpPattern}|^unix:///[^?#@ ]+$|^tcp://[^/?#@ ]+:[0-9]{{1,5}}/?$";

    /// <summary>Reads an http or https URL.</summary>
    public static Parsed<Uri> ReadHttp(string text) => Read(text, Http(), "http or https", "http://10.0.0.5:9901");

    /// <summary>Reads an http or https URL, unix:///path or tcp://host:port.</summary>
    public static Parsed<Uri> ReadHaproxy(string text) =>
        Read(
            text,
            Haproxy(),
            "http, https, unix or tcp",
            "http://10.0.0.4:8404/stats;csv, unix:///run/haproxy.sock or tcp://10.0.0.4:9999");

    private static Parsed<Uri> Read(string text, Regex form, string schemes, string example)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            return Fault.Advice($"\"{text}\" is not an address of statistics", $"one such as {example}");
        }

        return uri.UserInfo.Length > 0
            ? new Fault(
                "an address carries no user or password, because playbooks are shown to everyone; the key credentials says where they are",
                text.Replace(uri.UserInfo + "@", "", StringComparison.Ordinal))
            : form.IsMatch(text) ? uri
            : Fault.Advice($"\"{text}\" is not an address of statistics: it begins with {schemes}", $"one such as {example}");
    }

    [GeneratedRegex(HttpPattern)]
    private static partial Regex Http();

    [GeneratedRegex(HaproxyPattern)]
    private static partial Regex Haproxy();
}
