using Cutover.Core.Playbooks;

namespace Cutover.Core.Gates;

/// <summary>How both stacks answered the same probe.</summary>
/// <param name="Cohort">The cohort that the probe stands for; null for the playbook's own probe.</param>
public sealed record DialComparison(string? Cohort, DialAnswers Source, DialAnswers Target)
{
    /// <summary>How they differ, in words; null where they do not, or where it cannot be told yet.</summary>
    public string? Difference(Stacks stacks) => (Source.Usual, Target.Usual) is ({ } source, { } target) && source != target
        ? $"{stacks.Source.Name} answers {source.Beside(target)}, {stacks.Target.Name} {target.Beside(source)}{Whose}"
        : null;

    /// <summary>Why it cannot be told, in words; null where it can.</summary>
    public string? Untold(Stacks stacks) =>
        Source.Usual is null ? Source.Unusual(stacks.Source.Name) + Whose
        : Target.Usual is null ? Target.Unusual(stacks.Target.Name) + Whose
        : null;

    /// <summary>True when nothing new can be learnt from this one after the other.</summary>
    public bool SaysWhat(DialComparison other) =>
        (Source.Usual, Target.Usual, Source.IsEnough, Target.IsEnough)
            == (other.Source.Usual, other.Target.Usual, other.Source.IsEnough, other.Target.IsEnough);

    private string Whose => Cohort is null ? string.Empty : $" (cohort {Cohort})";
}
