namespace Cutover.Core.Playbooks.Yaml;

/// <summary>A node of the file, with its place.</summary>
internal abstract record YamlNode(YamlPlace Place)
{
    /// <summary>What a person calls this kind of node.</summary>
    public abstract string Kind { get; }
}
