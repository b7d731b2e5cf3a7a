using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>What a playbook file says, checked and with every default filled in.</summary>
public sealed record Playbook(
    string Name,
    ImmutableArray<RecordSelector> Records,
    Stacks Stacks,
    ImmutableArray<Gate> Gates,
    ImmutableArray<Step> Steps,
    NoDataPolicy NoData,
    Probing? Probes = null)
{
    /// <summary>The version of the format that this build reads and writes.</summary>
    public const int FormatVersion = 1;
}
