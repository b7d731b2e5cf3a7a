namespace Cutover.Core.Playbooks;

/// <summary>Which end of the move a stack is.</summary>
public enum StackRole
{
    /// <summary>The stack that traffic leaves.</summary>
    Source,

    /// <summary>The stack that traffic goes to.</summary>
    Target,
}
