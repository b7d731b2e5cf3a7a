using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Format;

/// <summary>A list of at least one item.</summary>
/// <param name="what">For messages, for example "steps".</param>
/// <param name="item">What each item looks like.</param>
internal sealed class ListFormat<T>(string what, ValueFormat<T> item) : ValueFormat<ImmutableArray<Located<T>?>>, IExampleFormat
{
    public string Example => $"[{(item as IExampleFormat)?.Example ?? "…"}]";

    /// <summary>One entry for each item of the file, null where it cannot be read.</summary>
    public override Located<ImmutableArray<Located<T>?>>? Read(YamlNode node, ProblemLog problems)
    {
        if (NodeKind.Expect<YamlSequence>(node, $"{what} are a list", Example, problems) is not { } list)
        {
            return null;
        }

        if (list.Items.IsEmpty)
        {
            problems.Add(list.Place, $"the list of {what} is empty", $"at least one of the {what}");
        }

        return new([.. list.Items.Select(element => item.Read(element, problems))], list.Place);
    }

    public override YamlNode Respell(YamlNode node, IMappingFormat? outer, ProblemLog problems) => node is YamlSequence list
        ? list with { Items = [.. list.Items.Select(element => item.Respell(element, outer, problems))] }
        : node;

    public override JsonObject ToSchema() => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = item.ToSchema() };
}
