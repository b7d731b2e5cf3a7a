using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Dns;

namespace Cutover.Core.Conversions;

/// <summary>What preparing a conversion needs to see.</summary>
/// <param name="Zones">Every hosted zone that answers to a zone named in the playbook.</param>
/// <param name="OpenRuns">For every pair that an open run of this server moves: the run's name.</param>
/// <param name="EndedRuns">The runs of ownership marks that are known to be over, as the marks name them.</param>
public sealed record ZonesNow(
    ImmutableArray<ZoneContent> Zones, ImmutableDictionary<RecordKey, string> OpenRuns, ImmutableHashSet<string> EndedRuns);
