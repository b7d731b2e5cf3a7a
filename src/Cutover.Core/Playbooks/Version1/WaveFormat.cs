using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>One entry of "waves".</summary>
internal static class WaveFormat
{
    public static Key<ImmutableArray<Located<string>?>> Records { get; } = new(
        "records",
        new ListFormat<string>("names", Scalars.Domain),
        "The names of this wave, each as records has it. A name moves with all its types.")
    { IsRequired = true };

    public static Key<ImmutableArray<Located<Step>?>> Steps { get; } = new(
        "steps",
        new ListFormat<Step>("steps", StepFormat.Format),
        "The weights that this wave reaches and holds, rising to 100 %.")
    { DefaultRule = "the playbook's steps" };

    public static MappingFormat<WaveDraft> Format { get; } = new("a wave", [Records, Steps], Build);

    private static WaveDraft? Build(Section section)
    {
        var records = section.Read(Records);
        var steps = section.ReadOr(Steps, () => []);
        StepChecks.Check(section, [.. section.InsideEach(Steps).Select(step => step?.Peek(StepFormat.Weight))]);
        return records is null || steps is null || records.Value.Contains(null) || steps.Value.Contains(null)
            ? null
            : new WaveDraft([.. records.Value.OfType<Located<string>>()], [.. steps.Value.Select(step => step!.Value)]);
    }
}
