namespace Cutover.Core.Playbooks.Yaml;

/// <summary>A node whose problem is on record already, so that nothing more is said about it.</summary>
internal sealed record YamlRefused(YamlPlace Place) : YamlNode(Place)
{
    public override string Kind => "something refused";
}
