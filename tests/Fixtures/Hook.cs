using System.Text.Json.Nodes;

namespace Cutover.Tests.Fixtures;

/// <summary>One webhook as it came.</summary>
internal sealed record Hook(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Id => Headers["webhook-id"];

    public JsonNode Json => JsonNode.Parse(Body)!;
}
