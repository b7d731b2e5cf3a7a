using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>A wave as the file has it, before the playbook's own steps stand in for missing ones.</summary>
/// <param name="Records">Each name with its place.</param>
/// <param name="Steps">Empty where the wave has none of its own.</param>
internal sealed record WaveDraft(ImmutableArray<Located<string>> Records, ImmutableArray<Step> Steps)
{
    public Wave Named(string name, ImmutableArray<Step> common) =>
        new(name, [.. Records.Select(record => record.Value)], Steps.IsEmpty ? common : Steps);
}
