using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Plans;

/// <summary>What planning needs to see of one hosted zone.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Sets">
/// Every record set, of any type, of every name that <see cref="PlanningNames"/> lists for the zone, and of the names in this zone that
/// aliases among them point at. Empty for a zone that was not read because another one has the same name.
/// </param>
public sealed record ZoneContent(HostedZone Zone, ImmutableArray<RecordSet> Sets)
{
    /// <summary>The record sets of a name and type.</summary>
    public ImmutableArray<RecordSet> At(string name, string type) => [.. Sets.Where(set => set.Name == name && set.Type == type)];
}
