using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>The pair of stacks of a playbook.</summary>
public sealed record Stacks(Stack Source, Stack Target)
{
    public Stack this[StackRole role] => role == StackRole.Source ? Source : Target;

    /// <summary>The stacks that a source measures, the target first; the target alone stands for both where it knows no stacks.</summary>
    public ImmutableArray<Stack> MeasuredBy(GateSource source) => source.IsPerStack ? [Target, Source] : [Target];
}
