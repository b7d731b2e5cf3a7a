using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Access;

/// <summary>What AWS has to allow so that a playbook can run, and nothing more.</summary>
/// <param name="FindsZones">A zone is given by its name, which has to be looked up.</param>
/// <param name="ReadsMetrics">A gate reads CloudWatch metrics.</param>
/// <param name="ReadsAlarms">A gate reads the state of a CloudWatch alarm.</param>
public sealed record PlaybookAccess(ImmutableArray<ZoneAccess> Zones, bool FindsZones, bool ReadsMetrics, bool ReadsAlarms)
{
    /// <summary>The zones that the playbook gives by name: their ids have to be known.</summary>
    public static ImmutableArray<string> ZoneNames(Playbook playbook) =>
        [.. playbook.Records.Select(record => record.Zone.TrimEnd('.')).Where(zone => !DomainNotation.IsZoneId(zone)).Distinct()];

    /// <param name="ids">The id of every zone in <see cref="ZoneNames"/>.</param>
    public static PlaybookAccess Of(Playbook playbook, ImmutableDictionary<string, string> ids) => new(
        [.. playbook.Records.GroupBy(record => ids.GetValueOrDefault(record.Zone.TrimEnd('.'), record.Zone)).Select(Zone)],
        !ZoneNames(playbook).IsEmpty,
        playbook.Gates.Any(gate => gate.Source is CloudWatchSource),
        playbook.Gates.Any(gate => gate.Source is CloudWatchAlarm));

    private static ZoneAccess Zone(IGrouping<string, RecordSelector> records) => new(
        records.Key,
        [.. records.Select(record => record.Name).Distinct()],
        [.. records.SelectMany(record => record.Types).Distinct()]);
}
