using System.Collections.Immutable;

namespace Cutover.Core.Playbooks.Versions;

/// <summary>
/// What a playbook makes a host touch: records, stacks, addresses that are dialled, secrets that are sent. A text says its own name, so who
/// may act on one playbook only must not make it reach further by writing another text under that name.
/// </summary>
public static class PlaybookReach
{
    /// <summary>What the second text reaches and the first does not, in words; empty when nothing.</summary>
    public static ImmutableArray<string> Beyond(Playbook before, Playbook after)
    {
        var known = Of(before).ToHashSet(StringComparer.Ordinal);
        var (had, has) = (SecondPersons(before), SecondPersons(after));
        return
        [
            .. Of(after).Where(part => !known.Contains(part)),
            .. has < had ? [FormattableString.Invariant($"{had - has} approvals by a second person fewer")] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> Of(Playbook playbook) =>
    [
        .. playbook.Records.SelectMany(record => record.Types.Select(type => $"record {record.Name} {type} in {record.Zone}")),
        .. Of("source", playbook.Stacks.Source),
        .. Of("target", playbook.Stacks.Target),
        .. Probes(playbook).SelectMany(Secrets),
        .. playbook.Dns.Observe.Resolvers.Select(resolver => $"resolver {resolver}"),
    ];

    private static IEnumerable<string> Of(string role, Stack stack) =>
    [
        $"{role} set identifier {stack.SetIdentifier}",
        .. stack.Endpoint is { } endpoint ? [$"endpoint {endpoint}"] : Array.Empty<string>(),
        .. stack.Statistics.Select(statistics => $"statistics at {statistics.Address} with {statistics.Credentials?.ToString() ?? "no credentials"}"),
    ];

    private static IEnumerable<ProbeText> Probes(Playbook playbook) =>
    [
        .. playbook.Probes?.Header.Values ?? [],
        .. playbook.Probes?.FirstMessage is { } first ? [first] : Array.Empty<ProbeText>(),
        .. playbook.Gates.Select(gate => gate.Source).OfType<WebSocketProbe>().SelectMany(probe => probe.Cohort?.Header.Values ?? []),
    ];

    private static IEnumerable<string> Secrets(ProbeText text) => text switch
    {
        ProbeVariable variable => [$"secret env {variable.Name}"],
        ProbeFile file => [$"secret file {file.Name}"],
        _ => [],
    };

    private static int SecondPersons(Playbook playbook) =>
        playbook.Steps.Concat(playbook.Waves.SelectMany(wave => wave.Steps)).Count(step => step.ApprovalBySecond);
}
