using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Format;

/// <summary>A key whose value is read as <typeparamref name="T"/>.</summary>
internal sealed class Key<T>(string name, ValueFormat<T> format, string about) : KeyFormat(name, about)
{
    public override ValueFormat<T> Format => format;

    /// <summary>The default as a value that stands where the key would.</summary>
    public Located<T>? ReadDefault(YamlPlace place) =>
        Default is null ? null : format.Read(new YamlScalar(place, Default, IsPlain: true), ProblemLog.Unread);
}
