using Microsoft.AspNetCore.Http;

namespace Cutover.Engine.Tests.Aws.Wire;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Target">Path and query, as sent and not decoded.</param>
public sealed record RecordedRequest(string Method, string Target, IHeaderDictionary Headers, string Body)
{
    public string Path => Target.Split('?')[0];

    public IReadOnlyDictionary<string, string> Query => Parse(Target.Contains('?', StringComparison.Ordinal) ? Target.Split('?')[1] : "");

    public IReadOnlyDictionary<string, string> Form => Parse(Body);

    private static Dictionary<string, string> Parse(string text) => text
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => Decode(pair[0]), pair => Decode(pair[1]));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
