namespace Cutover.Core.Playbooks.Yaml;

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
