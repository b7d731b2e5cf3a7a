namespace Cutover.Core.Playbooks.Versions;

/// <summary>What became of a line between two texts.</summary>
public enum LineChange
{
    Same,
    Removed,
    Added,
}
