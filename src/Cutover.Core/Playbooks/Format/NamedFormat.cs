using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Format;

/// <summary>A mapping whose keys are names that the author chooses.</summary>
/// <param name="what">For messages, for example "gates".</param>
/// <param name="value">What stands under each name.</param>
/// <param name="least">How many there must be.</param>
/// <param name="none">Why none will not do.</param>
internal sealed class NamedFormat<T>(string what, ValueFormat<T> value, int least = 0, string none = "")
    : ValueFormat<ImmutableArray<(string Name, Located<T>? Value)>>
{
    public NameForm Names { get; init; } = NameForm.Any;

    public override Located<ImmutableArray<(string Name, Located<T>? Value)>>? Read(YamlNode node, ProblemLog problems)
    {
        if (NodeKind.Expect<YamlMapping>(
            node, $"{what} are a mapping", "a name for each, a colon and what it is", problems) is not { } mapping)
        {
            return null;
        }

        if (mapping.Entries.Length < least)
        {
            problems.Add(mapping.Place, none, $"at least one of the {what}");
        }

        DuplicateKeys.Check(mapping, problems);
        return new([.. mapping.Entries.Select(entry => (ReadName(entry.Key, problems), value.Read(entry.Value, problems)))], mapping.Place);
    }

    public override YamlNode Respell(YamlNode node, IMappingFormat? outer, ProblemLog problems) => node is YamlMapping mapping
        ? mapping with { Entries = [.. mapping.Entries.Select(entry => entry with { Value = value.Respell(entry.Value, null, problems) })] }
        : node;

    public override JsonObject ToSchema() => new()
    {
        ["type"] = "object",
        ["minProperties"] = least,
        ["propertyNames"] = new JsonObject { ["pattern"] = Names.Pattern },
        ["additionalProperties"] = value.ToSchema(),
    };

    private string ReadName(YamlScalar key, ProblemLog problems)
    {
        if (Names.Read(key.Text).Fault is { } fault)
        {
            problems.Add(key.Place, fault.Message, fault.Mend);
        }

        return key.Text;
    }
}
