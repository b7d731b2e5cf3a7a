using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The whole of a playbook file, version 1.</summary>
internal static class PlaybookFormat
{
    public static Key<int> Version { get; } = new("version", Scalars.Version, "The version of this format.") { IsRequired = true };

    public static Key<string> Name { get; } = new("name", Scalars.Name, "What people call the playbook.") { IsRequired = true };

    public static Key<ImmutableArray<Located<RecordSelector>?>> Records { get; } = new(
        "records",
        new ListFormat<RecordSelector>("records", RecordFormat.Format),
        "The records that are moved together.")
    { IsRequired = true };

    public static Key<Stacks> Stacks { get; } = new(
        "stacks",
        StacksFormat.Format,
        "The stack that traffic leaves and the one it goes to.")
    { IsRequired = true };

    public static Key<ImmutableArray<(string Name, Located<Gate>? Value)>> Gates { get; } = new(
        "gates",
        new NamedFormat<Gate>(
            "gates", GateFormat.Format, least: 1, "a playbook without gates has nothing that would take the traffic back"),
        "What must hold in every live state, under names of your choice.")
    { IsRequired = true };

    public static Key<ImmutableArray<Located<Step>?>> Steps { get; } = new(
        "steps",
        new ListFormat<Step>("steps", StepFormat.Format),
        "The weights to reach and hold, rising to 100 %.")
    { IsRequired = true };

    public static Key<Section> NoData { get; } = new(
        "noData",
        NoDataFormat.Format,
        "How long a gate may go without a pass because it sees nothing. No data is never a pass.")
    { DefaultRule = "holdAfter and rollBackAfter as documented there" };

    public static Key<Probing> Probes { get; } = new(
        "probes",
        ProbesFormat.Format,
        "How Cutover's own WebSocket clients probe both stacks, when a gate asks for it.")
    { DefaultRule = "as documented there" };

    public static MappingFormat<Playbook> Format { get; } = new(
        "a playbook", [Version, Name, Records, Stacks, Gates, Steps, NoData, Probes], Build);

    private static Playbook? Build(Section section)
    {
        section.Read(Version);
        var (name, records, stacks) = (section.Read(Name), section.Read(Records), section.Read(Stacks));
        var (gates, steps) = (section.Read(Gates), section.Read(Steps));
        if (records is not null)
        {
            RecordChecks.RefuseTwice(section, records.Value);
        }

        StepChecks.Check(section, [.. section.InsideEach(Steps).Select(step => step?.Peek(StepFormat.Weight))]);
        EndpointChecks.Check(section, gates?.Value ?? []);
        var read = gates is null ? [] : gates.Value.Select(gate => gate.Value?.Value).ToImmutableArray();
        var noData = NoDataFormat.Resolve(section.Read(NoData)?.Value, Slowest(read));
        var probes = section.Read(Probes);
        return name is null || records is null || stacks is null || gates is null || steps is null
            || read.Contains(null) || records.Value.Contains(null) || steps.Value.Contains(null)
                ? null
                : new Playbook(
                    name.Value,
                    Values(records.Value),
                    stacks.Value,
                    [.. read.OfType<Gate>()],
                    Values(steps.Value),
                    noData,
                    probes?.Value);
    }

    private static Gate? Slowest(ImmutableArray<Gate?> gates) => gates.OfType<Gate>().MaxBy(gate => gate.Window + gate.Freshness);

    private static ImmutableArray<T> Values<T>(ImmutableArray<Located<T>?> located) => [.. located.Select(item => item!.Value)];
}
