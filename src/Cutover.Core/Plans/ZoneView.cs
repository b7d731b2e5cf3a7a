using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Plans;

/// <summary>What planning needs to see of Route 53, and of the runs that are known here.</summary>
/// <param name="Zones">Every hosted zone that answers to a zone named in the playbook.</param>
/// <param name="OpenRuns">For every pair that an open run moves: the run's name.</param>
public sealed record ZoneView(ImmutableArray<ZoneContent> Zones, ImmutableDictionary<RecordKey, string> OpenRuns)
{
    /// <summary>What names the runs that are known here as over in their ownership marks: such a mark is only left over.</summary>
    public ImmutableHashSet<string> ClosedRuns { get; init; } = [];

    /// <summary>
    /// Health check ids, and names of alias targets as Route 53 has them, that are known to be unhealthy. Empty where nobody asked.
    /// </summary>
    public ImmutableHashSet<string> Unhealthy { get; init; } = [];

    /// <summary>One zone, and no open run.</summary>
    public static ZoneView Of(HostedZone zone, ImmutableArray<RecordSet> sets) =>
        new([new ZoneContent(zone, sets)], ImmutableDictionary<RecordKey, string>.Empty);
}
