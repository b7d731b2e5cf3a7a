using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>Asking the zone's name servers whether their answers match the weights.</summary>
/// <param name="Enabled">A step passes only when the answers matched; on unless the playbook says otherwise.</param>
/// <param name="Resolvers">
/// Recursive resolvers, as address or address:port, from whose answers the stale tail is charted. They judge nothing.
/// </param>
public sealed record ObservationPolicy(bool Enabled, ImmutableArray<string> Resolvers)
{
    public static ObservationPolicy Default { get; } = new(true, []);
}
