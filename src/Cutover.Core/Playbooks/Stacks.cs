namespace Cutover.Core.Playbooks;

/// <summary>The pair of stacks of a playbook.</summary>
public sealed record Stacks(Stack Source, Stack Target)
{
    public Stack this[StackRole role] => role == StackRole.Source ? Source : Target;
}
