using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Plans;

/// <summary>What planning needs to see of Route 53.</summary>
/// <param name="Zones">Every hosted zone that answers to a zone named in the playbook.</param>
/// <param name="RecordSets">Every record set of every name in the playbook, of any type.</param>
/// <param name="OpenRuns">For every pair that an open run moves: the run's name.</param>
public sealed record ZoneView(
    ImmutableArray<HostedZone> Zones, ImmutableArray<RecordSet> RecordSets, ImmutableDictionary<RecordKey, string> OpenRuns);
