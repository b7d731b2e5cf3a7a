using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cutover.Core.Dns;
using Cutover.Core.Runs;

namespace Cutover.Core.Plans;

/// <summary>
/// Names what a plan was made from, so that a start can insist on the plan that was read. Two plans with one checksum have the same
/// playbook and found the same record sets in the same zones; how Route 53 listed them, and how often a run looks, does not matter.
/// </summary>
public static class PlanChecksum
{
    /// <summary>Hexadecimal digits of a checksum.</summary>
    public const int Length = 16;

    /// <summary>The first digits of the SHA-256 of the canonical JSON of playbook and record sets, in lower case.</summary>
    public static string Of(Plan plan)
    {
        var records = plan.Records.Select(record => record with { Source = InOrder(record.Source), Target = InOrder(record.Target) });
        var content = new JsonObject
        {
            ["playbook"] = JsonSerializer.SerializeToNode(plan.Playbook, RunJson.Options),
            ["records"] = JsonSerializer.SerializeToNode(records.ToImmutableArray(), RunJson.Options),
        };
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(content)!.ToJsonString()));
        return Convert.ToHexStringLower(hash)[..Length];
    }

    private static RecordSet InOrder(RecordSet set) => set with { Values = [.. set.Values.Order(StringComparer.Ordinal)] };

    private static JsonNode? Canonical(JsonNode? node) => node switch
    {
        JsonObject mapping => new JsonObject(mapping.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, Canonical(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Canonical)]),
        _ => node?.DeepClone(),
    };
}
