using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Format;

/// <summary>A mapping with fixed keys.</summary>
/// <param name="what">For messages, for example "a step".</param>
/// <param name="keys">Every key that may stand there, in the order in which people should meet them.</param>
/// <param name="build">Makes the value; null when a part is missing or wrong, which is then on record.</param>
internal sealed class MappingFormat<T>(string what, ImmutableArray<KeyFormat> keys, Func<Section, T?> build)
    : ValueFormat<T>, IMappingFormat, IExampleFormat
    where T : class
{
    public string What => what;

    public ImmutableArray<KeyFormat> Keys => keys;

    public KeyChoice? Choice { get; init; }

    /// <summary>The keys without which there is no such mapping.</summary>
    public string Example => $"{{ {string.Join(", ", Essential.Select(key => key.Name + ": …"))} }}";

    private IEnumerable<KeyFormat> Essential => (Choice?.Groups[0] ?? []).Concat(keys.Where(key => key.IsRequired));

    public override Located<T>? Read(YamlNode node, ProblemLog problems)
    {
        if (NodeKind.Expect<YamlMapping>(node, $"{what} is a mapping", Example, problems) is not { } mapping)
        {
            return null;
        }

        MappingKeys.Check(this, mapping, problems);
        return build(new Section(mapping, problems)) is { } value ? new Located<T>(value, mapping.Place) : null;
    }

    public override YamlNode Respell(YamlNode node, IMappingFormat? outer, ProblemLog problems) =>
        KeySpelling.Correct(this, node, outer, problems);

    public override JsonObject ToSchema() => MappingSchema.Of(this);
}
