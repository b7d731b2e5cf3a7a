using System.Collections.Immutable;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Emergency;

/// <summary>Everything that is to be rolled back in one hosted zone, hence in one batch.</summary>
/// <param name="Zone">The zone's name or id.</param>
public sealed record ZoneRequest(string Zone, ImmutableArray<RollbackRequest> Requests)
{
    /// <summary>Every record of a playbook, zone by zone in the playbook's order.</summary>
    public static ImmutableArray<ZoneRequest> Of(Playbook playbook) =>
    [
        .. playbook.Records.GroupBy(record => record.Zone.TrimEnd('.'), StringComparer.Ordinal).Select(zone =>
            new ZoneRequest(zone.Key, [.. zone.Select(record => Of(record, playbook.Stacks))])),
    ];

    private static RollbackRequest Of(RecordSelector record, Stacks stacks) =>
        new(Rooted(record.Name), record.Types, stacks.Source.SetIdentifier, stacks.Target.SetIdentifier);

    /// <summary>A name as record sets have it.</summary>
    public static string Rooted(string name) => name.TrimEnd('.').ToLowerInvariant() + ".";
}
