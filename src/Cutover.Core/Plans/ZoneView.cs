using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Dns.Health;

namespace Cutover.Core.Plans;

/// <summary>What planning needs to see of Route 53, and of the runs that are known here.</summary>
/// <param name="Zones">Every hosted zone that answers to a zone named in the playbook.</param>
/// <param name="OpenRuns">For every pair that an open run moves: the run's name.</param>
public sealed record ZoneView(ImmutableArray<ZoneContent> Zones, ImmutableDictionary<RecordKey, string> OpenRuns)
{
    /// <summary>What names the runs that are known here as over in their ownership marks: such a mark is only left over.</summary>
    public ImmutableHashSet<string> ClosedRuns { get; init; } = [];

    /// <summary>What Route 53 said of the health checks that it was asked about, by their ids.</summary>
    public ImmutableDictionary<string, HealthVerdict> Health { get; init; } = ImmutableDictionary<string, HealthVerdict>.Empty;

    /// <summary>A check that nobody asked about is unknown, and not healthy.</summary>
    public HealthVerdict HealthOf(string check) => Health.GetValueOrDefault(check, new HealthUnknown("nobody asked Route 53"));

    /// <summary>One zone, and no open run.</summary>
    public static ZoneView Of(HostedZone zone, ImmutableArray<RecordSet> sets) =>
        new([new ZoneContent(zone, sets)], ImmutableDictionary<RecordKey, string>.Empty);
}
