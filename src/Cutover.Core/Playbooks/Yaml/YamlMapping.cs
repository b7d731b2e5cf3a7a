using System.Collections.Immutable;

namespace Cutover.Core.Playbooks.Yaml;

/// <summary>Keys and values, in the order of the file; a key may stand there twice.</summary>
internal sealed record YamlMapping(YamlPlace Place, ImmutableArray<YamlEntry> Entries) : YamlNode(Place)
{
    public override string Kind => "a mapping (key: value)";

    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key);
}
