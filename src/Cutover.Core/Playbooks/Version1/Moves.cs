using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>What moves when: the playbook's steps, its waves, and what they must keep apart.</summary>
internal sealed record Moves(ImmutableArray<Step> Steps, ImmutableArray<Wave> Waves, ImmutableArray<ImmutableArray<string>> Apart)
{
    /// <summary>Reads and checks them together; null when a part is wrong, which is then on record.</summary>
    /// <param name="section">The playbook.</param>
    /// <param name="records">Its records; null where they cannot be read, so that nothing is said about their names.</param>
    public static Moves? Read(Section section, ImmutableArray<RecordSelector>? records)
    {
        var steps = section.ReadOr(PlaybookFormat.Steps, () => []);
        var waves = section.ReadOr(PlaybookFormat.Waves, () => []);
        var apart = section.ReadOr(PlaybookFormat.Apart, () => []);
        StepChecks.Check(section, [.. section.InsideEach(PlaybookFormat.Steps).Select(step => step?.Peek(StepFormat.Weight))]);
        if (waves is not null)
        {
            WaveChecks.Steps(section, waves.Value);
        }

        if (records is { } known && waves is not null)
        {
            var names = known.Select(record => record.Name).ToImmutableArray();
            WaveChecks.Names(section, names, waves.Value);
            ApartChecks.Check(section, names, waves.Value, apart?.Value ?? []);
        }

        return steps is null || waves is null || apart is null ? null : Build(steps.Value, waves.Value, ApartFormat.Values(apart.Value));
    }

    private static Moves? Build(
        ImmutableArray<Located<Step>?> steps,
        ImmutableArray<(string Name, Located<WaveDraft>? Value)> waves,
        ImmutableArray<ImmutableArray<string>>? apart)
    {
        if (steps.Contains(null) || waves.Any(wave => wave.Value is null) || apart is null)
        {
            return null;
        }

        var common = steps.Select(step => step!.Value).ToImmutableArray();
        return new Moves(common, [.. waves.Select(wave => wave.Value!.Value.Named(wave.Name, common))], apart.Value);
    }
}
