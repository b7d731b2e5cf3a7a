using System.Collections.Immutable;

namespace Cutover.Core.Dns;

/// <summary>
/// One resource record set as Route 53 holds it, complete enough to be deleted by exact match and created again.
/// </summary>
/// <param name="Name">Fully qualified, lower case, with the trailing dot.</param>
/// <param name="Type">The type as Route 53 spells it; text, because a zone holds types that are never moved here.</param>
/// <param name="SetIdentifier">Tells siblings of the same name and type apart; null for a simple record set.</param>
/// <param name="Weight">0-255 for a weighted record set; null for any other routing policy.</param>
/// <param name="Ttl">Seconds; null for an alias, whose TTL is its target's.</param>
/// <param name="Values">Record values in the order Route 53 gave them; empty for an alias.</param>
/// <param name="Alias">Set for an alias record set.</param>
/// <param name="HealthCheckId">The health check that can take this record set out of the answers.</param>
/// <param name="OtherRouting">
/// Names the routing policy when it is neither simple nor weighted (for example "Failover"); such a set is read but never written.
/// </param>
public sealed record RecordSet(
    string Name,
    string Type,
    string? SetIdentifier,
    int? Weight,
    long? Ttl,
    ImmutableArray<string> Values,
    AliasTarget? Alias = null,
    string? HealthCheckId = null,
    string? OtherRouting = null)
{
    /// <summary>True when both would be the same set for Route 53's exact match on DELETE.</summary>
    public bool Matches(RecordSet other) =>
        Name == other.Name && Type == other.Type && SetIdentifier == other.SetIdentifier && Weight == other.Weight && Ttl == other.Ttl
        && Alias == other.Alias && HealthCheckId == other.HealthCheckId && OtherRouting == other.OtherRouting
        && Values.Order(StringComparer.Ordinal).SequenceEqual(other.Values.Order(StringComparer.Ordinal));

    /// <summary>True when both differ in nothing but the weight.</summary>
    public bool MatchesButForWeight(RecordSet other) => Matches(other with { Weight = Weight });
}
