using System.Collections.Immutable;
using Cutover.Core.Notifications;

namespace Cutover.Core.Playbooks;

/// <summary>What a playbook file says, checked and with every default filled in.</summary>
public sealed record Playbook(
    string Name,
    ImmutableArray<RecordSelector> Records,
    Stacks Stacks,
    ImmutableArray<Gate> Gates,
    ImmutableArray<Step> Steps,
    NoDataPolicy NoData,
    Probing? Probes = null)
{
    /// <summary>In the order in which they move; empty where all records move together through <see cref="Steps"/>.</summary>
    public ImmutableArray<Wave> Waves { get; init; } = [];

    /// <summary>Sets of record names of which no two may ever move in the same wave.</summary>
    public ImmutableArray<ImmutableArray<string>> Apart { get; init; } = [];

    /// <summary>TTLs, observed answers, ownership marks.</summary>
    public DnsPolicy Dns { get; init; } = DnsPolicy.Default;

    /// <summary>Channels whose events the playbook chooses itself; every other channel is told what the host's settings say.</summary>
    public ImmutableArray<NotifyRule> Notify { get; init; } = [];

    /// <summary>The version of the format that this build reads and writes.</summary>
    public const int FormatVersion = 1;
}
