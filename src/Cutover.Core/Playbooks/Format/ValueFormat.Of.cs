using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Format;

/// <summary>A format whose values are read as <typeparamref name="T"/>.</summary>
internal abstract class ValueFormat<T> : ValueFormat
{
    /// <summary>The value, or null when it cannot be had; then every reason is in <paramref name="problems"/>.</summary>
    public abstract Located<T>? Read(YamlNode node, ProblemLog problems);
}
