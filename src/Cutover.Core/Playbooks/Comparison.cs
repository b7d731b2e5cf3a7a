namespace Cutover.Core.Playbooks;

/// <summary>How a value is compared with a threshold.</summary>
public enum Comparison
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
