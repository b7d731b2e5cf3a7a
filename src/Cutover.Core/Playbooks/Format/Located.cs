using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Format;

/// <summary>A value and the place in the file that it was read from.</summary>
internal sealed record Located<T>(T Value, YamlPlace Place);
