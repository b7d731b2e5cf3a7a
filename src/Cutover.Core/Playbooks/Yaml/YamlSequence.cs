using System.Collections.Immutable;

namespace Cutover.Core.Playbooks.Yaml;

internal sealed record YamlSequence(YamlPlace Place, ImmutableArray<YamlNode> Items) : YamlNode(Place)
{
    public override string Kind => "a list";
}
