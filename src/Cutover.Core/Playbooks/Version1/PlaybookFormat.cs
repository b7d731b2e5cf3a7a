using System.Collections.Immutable;
using Cutover.Core.Notifications;
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

    public static Key<ImmutableArray<(string Name, Located<GateDraft>? Value)>> Gates { get; } = new(
        "gates",
        new NamedFormat<GateDraft>(
            "gates", GateFormat.Format, least: 1, "a playbook without gates has nothing that would take the traffic back"),
        "What must hold in every live state, under names of your choice.")
    { IsRequired = true };

    public static Key<ImmutableArray<(string Name, Located<Cohort>? Value)>> Cohorts { get; } = new(
        "cohorts",
        new NamedFormat<Cohort>("cohorts", CohortFormat.Format, least: 1, "without cohorts every gate is for everybody"),
        "Populations of clients, under names of your choice, that gates are judged for one by one.")
    { DefaultRule = "none" };

    public static Key<ImmutableArray<Located<Step>?>> Steps { get; } = new(
        "steps",
        new ListFormat<Step>("steps", StepFormat.Format),
        "The weights to reach and hold, rising to 100 %: for all records together, or for each wave that has none of its own.")
    { DefaultRule = "none, which only a playbook can do with whose waves all have steps of their own" };

    public static Key<ImmutableArray<(string Name, Located<WaveDraft>? Value)>> Waves { get; } = new(
        "waves",
        new NamedFormat<WaveDraft>("waves", WaveFormat.Format, least: 1, "without waves all records move together"),
        "Records that move one after the other, in this order, under names of your choice: a small name first, or a region.")
    { DefaultRule = "all records move together" };

    public static Key<ImmutableArray<Located<ImmutableArray<Located<string>?>>?>> Apart { get; } = new(
        "apart",
        ApartFormat.Format,
        "Sets of names of which no two may ever move in the same wave. Nobody can break this by moving a name to another wave.")
    { DefaultRule = "none" };

    public static Key<DnsPolicy> Dns { get; } = new(
        "dns",
        DnsFormat.Format,
        "How the run deals with DNS beyond the weights: TTLs, observed answers, ownership marks.")
    { DefaultRule = "as documented there" };

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

    public static Key<ImmutableArray<Located<NotifyRule>?>> Notify { get; } = new(
        "notify",
        new ListFormat<NotifyRule>("channels", NotifyFormat.Format),
        "Channels of the host that are told of this playbook's runs. The host knows them: a start is refused where it has no such channel.")
    { DefaultRule = "what the host's settings say" };

    public static MappingFormat<Playbook> Format { get; } = new(
        "a playbook", [Version, Name, Records, Stacks, Gates, Cohorts, Steps, Waves, Apart, NoData, Dns, Probes, Notify], Build);

    private static Playbook? Build(Section section)
    {
        section.Read(Version);
        var (name, records, stacks) = (section.Read(Name), section.Read(Records), section.Read(Stacks));
        var (gates, dns, notify) = (Repeated(section), section.ReadOr(Dns, () => DnsPolicy.Default), section.ReadOr(Notify, () => []));
        NotifyFormat.RefuseTwice(section, notify?.Value ?? []);
        if (records is not null)
        {
            RecordChecks.RefuseTwice(section, records.Value);
        }

        var moves = Moves.Read(section, records is null || records.Value.Contains(null) ? null : Values(records.Value));
        EndpointChecks.Check(section, gates ?? []);
        StatisticsChecks.Check(section, gates ?? []);
        var read = (gates ?? []).Select(gate => gate.Value?.Value).ToImmutableArray();
        var probes = section.Read(Probes);
        BurnChecks.Reach(section, gates ?? [], probes?.Value ?? Probing.Default);
        var noData = NoDataFormat.Resolve(
            section.Read(NoData)?.Value, read.OfType<Gate>().MaxBy(gate => FirstPass.Of(gate, probes?.Value ?? Probing.Default)), probes?.Value);
        CohortChecks.Check(section, section.Peek(Cohorts)?.Value ?? [], [.. read.OfType<Gate>()], stacks?.Value, probes);
        return name is null || records is null || stacks is null || gates is null || moves is null || dns is null
            || notify is null || notify.Value.Contains(null) || read.Contains(null) || records.Value.Contains(null)
                ? null
                : new Playbook(
                    name.Value, Values(records.Value), stacks.Value, [.. read.OfType<Gate>()], moves.Steps, noData, probes?.Value)
                {
                    Waves = moves.Waves, Apart = moves.Apart, Dns = dns.Value, Notify = Values(notify.Value),
                };
    }

    private static ImmutableArray<(string Name, Located<Gate>? Value)>? Repeated(Section section)
    {
        var (gates, cohorts) = (section.Read(Gates), section.ReadOr(Cohorts, () => []));
        return gates is null ? null : new CohortGates(section, cohorts?.Value ?? []).Repeat(gates.Value);
    }

    private static ImmutableArray<T> Values<T>(ImmutableArray<Located<T>?> located) => [.. located.Select(item => item!.Value)];
}
