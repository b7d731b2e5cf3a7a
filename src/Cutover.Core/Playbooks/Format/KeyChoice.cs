using System.Collections.Immutable;

namespace Cutover.Core.Playbooks.Format;

/// <summary>
/// Exactly one of several groups of keys belongs in a mapping; the first key of each group leads it, and groups with one lead are ways to
/// go on.
/// </summary>
/// <param name="What">Completes "this needs …", for example "one source".</param>
/// <param name="Groups">Each with all the keys that are required once its first key stands there.</param>
internal sealed record KeyChoice(string What, ImmutableArray<ImmutableArray<KeyFormat>> Groups)
{
    public string Leads => string.Join(" or ", Groups.Select(group => group[0].Name).Distinct());
}
