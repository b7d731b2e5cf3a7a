using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>What must hold of "apart": its names exist, and the waves keep them apart.</summary>
internal static class ApartChecks
{
    /// <param name="section">The playbook.</param>
    /// <param name="names">The names of its records.</param>
    /// <param name="waves">In the order of the file; empty where all records move together.</param>
    /// <param name="sets">The sets of names.</param>
    public static void Check(
        Section section,
        ImmutableArray<string> names,
        ImmutableArray<(string Name, Located<WaveDraft>? Value)> waves,
        ImmutableArray<Located<ImmutableArray<Located<string>?>>?> sets)
    {
        foreach (var set in sets.OfType<Located<ImmutableArray<Located<string>?>>>())
        {
            var known = set.Value.OfType<Located<string>>().ToList();
            Members(section, names, known, set);
            Keep(section, waves, [.. known.Where(name => names.Contains(name.Value))], set);
        }
    }

    private static void Members(
        Section section, ImmutableArray<string> names, List<Located<string>> known, Located<ImmutableArray<Located<string>?>> set)
    {
        foreach (var name in known.Where(name => !names.Contains(name.Value)))
        {
            section.Refuse(
                name.Place,
                $"{name.Value} is none of the playbook's records",
                Notation.Spelling.Nearest(name.Value, names) ?? $"one of {string.Join(", ", names.Distinct())}");
        }

        if (set.Value.Length == 1 || known.Select(name => name.Value).Distinct().Count() < known.Count)
        {
            section.Refuse(set.Place, "a name cannot be kept apart from itself", "two names or more, each once");
        }
    }

    private static void Keep(
        Section section,
        ImmutableArray<(string Name, Located<WaveDraft>? Value)> waves,
        List<Located<string>> names,
        Located<ImmutableArray<Located<string>?>> set)
    {
        var words = string.Join(" and ", names.Select(name => name.Value).Distinct());
        if (waves.IsEmpty && names.Count > 1 && !section.Has(PlaybookFormat.Waves))
        {
            section.Refuse(
                set.Place, $"without waves all records move together, {words} too", "waves, with each of these names in a wave of its own");
        }

        foreach (var (wave, draft) in waves)
        {
            var together = draft?.Value.Records.Where(record => names.Exists(name => name.Value == record.Value))
                .DistinctBy(record => record.Value).ToList() ?? [];
            if (together.Count > 1)
            {
                section.Refuse(
                    together[1].Place,
                    $"{together[1].Value} would move together with {together[0].Value} in wave {wave}, which apart rules out",
                    $"a wave of its own for {together[1].Value}");
            }
        }
    }
}
