namespace Cutover.Core.Playbooks.Yaml;

/// <summary>Where a node stands.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in characters.</param>
/// <param name="Path">From the top of the file, for example "steps[2].weight"; empty for the whole file.</param>
/// <param name="Label">The key that the node is the value of; empty in a list and at the top.</param>
internal sealed record YamlPlace(int Line, int Column, string Path, string Label)
{
    public static YamlPlace Top { get; } = new(1, 1, "", "");

    /// <summary>The node's key with another value, ready to be written in the file.</summary>
    public string With(string value) => Label.Length == 0 ? value : $"{Label}: {value}";
}
