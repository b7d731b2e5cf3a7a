using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>What must hold of waves and records together. Says nothing while one of them cannot be read.</summary>
internal static class WaveChecks
{
    /// <param name="section">The playbook.</param>
    /// <param name="names">The names of its records.</param>
    /// <param name="waves">In the order of the file.</param>
    public static void Names(
        Section section, ImmutableArray<string> names, ImmutableArray<(string Name, Located<WaveDraft>? Value)> waves)
    {
        if (waves.IsEmpty || waves.Any(wave => wave.Value is not { Value.Records.IsEmpty: false }))
        {
            return;
        }

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (wave, draft) in waves)
        {
            foreach (var record in draft!.Value.Records)
            {
                Name(section, record, names, wave, seen);
            }
        }

        foreach (var left in names.Distinct().Where(name => !seen.ContainsKey(name)))
        {
            section.Refuse(
                section.Inside(PlaybookFormat.Waves)!.Place,
                $"{left} is in no wave, so this playbook would never move it",
                $"{left} in the records of one wave");
        }
    }

    /// <summary>Steps are needed where a wave has none, and mean nothing where every wave has its own.</summary>
    public static void Steps(Section section, ImmutableArray<(string Name, Located<WaveDraft>? Value)> waves)
    {
        var bare = section.Inside(PlaybookFormat.Waves)?.InsideAll().Where(wave => !wave.Has(WaveFormat.Steps)).ToList();
        if (section.Has(PlaybookFormat.Steps))
        {
            RefuseUnused(section, waves, bare);
            return;
        }

        if (waves.IsEmpty)
        {
            section.Refuse(
                section.Place, "a playbook needs the key \"steps\"", $"steps: {((IExampleFormat)PlaybookFormat.Steps.Format).Example}");
        }

        foreach (var wave in bare ?? [])
        {
            wave.Refuse(
                wave.Place,
                $"wave {wave.Name} has no steps, and the playbook has none that would stand in for them",
                "steps in this wave, or steps for all waves at the top of the playbook");
        }
    }

    private static void Name(
        Section section, Located<string> record, ImmutableArray<string> names, string wave, Dictionary<string, string> seen)
    {
        if (names.Contains(record.Value))
        {
            if (!seen.TryAdd(record.Value, wave))
            {
                section.Refuse(record.Place, $"{record.Value} is in wave {seen[record.Value]} already", "each name in one wave");
            }

            return;
        }

        // A slip of the pen is one problem, and not also a name that is in no wave.
        var meant = Notation.Spelling.Nearest(record.Value, names.Where(name => !seen.ContainsKey(name)));
        section.Refuse(
            record.Place, $"{record.Value} is none of the playbook's records", meant ?? $"one of {string.Join(", ", names.Distinct())}");
        if (meant is not null)
        {
            seen.Add(meant, wave);
        }
    }

    private static void RefuseUnused(
        Section section, ImmutableArray<(string Name, Located<WaveDraft>? Value)> waves, List<Section>? bare)
    {
        if (bare is { Count: 0 } && !waves.IsEmpty)
        {
            section.RefuseKey(
                PlaybookFormat.Steps,
                "every wave has steps of its own, so these would never be taken",
                "no steps here, or a wave without steps of its own");
        }
    }
}
