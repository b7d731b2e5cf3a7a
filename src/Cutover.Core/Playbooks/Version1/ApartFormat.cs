using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>"apart": sets of names of which no two may move in the same wave.</summary>
internal static class ApartFormat
{
    public static ListFormat<ImmutableArray<Located<string>?>> Format { get; } =
        new("sets of names", new ListFormat<string>("names", Scalars.Domain));

    /// <summary>The sets; null when one of them cannot be read.</summary>
    public static ImmutableArray<ImmutableArray<string>>? Values(ImmutableArray<Located<ImmutableArray<Located<string>?>>?> sets) =>
        sets.Any(set => set is null || set.Value.Contains(null))
            ? null
            : [.. sets.Select(set => set!.Value.Select(name => name!.Value).ToImmutableArray())];
}
