using System.Collections.Immutable;

namespace Cutover.Lab.Route53.Zones;

/// <summary>One resource record set. Built through the factories, or with every field as the API gave it.</summary>
/// <param name="Name">In stored form, see <see cref="Zones.DnsName"/>.</param>
/// <param name="Type">For example <c>A</c>.</param>
/// <param name="Ttl">Seconds, 0 to 2,147,483,647; null for an alias.</param>
/// <param name="Values">In the order they were given; empty for an alias.</param>
/// <param name="SetIdentifier">Null for simple routing only.</param>
/// <param name="Weight">0-255 under weighted routing, else null.</param>
public sealed record ZoneRecordSet(
    string Name, string Type, long? Ttl, ImmutableArray<string> Values, string? SetIdentifier = null, int? Weight = null)
{
    /// <summary>Set for an alias record set.</summary>
    public ZoneAlias? Alias { get; init; }

    /// <summary>The health check that takes this record set out of the answers, by id.</summary>
    public string? HealthCheckId { get; init; }

    /// <summary>Set under failover routing.</summary>
    public FailoverRole? Failover { get; init; }

    /// <summary>True under multivalue answer routing.</summary>
    public bool MultiValueAnswer { get; init; }

    /// <summary>The routing policy that the fields amount to.</summary>
    public RoutingPolicy Routing =>
        Weight is not null ? RoutingPolicy.Weighted
        : Failover is not null ? RoutingPolicy.Failover
        : MultiValueAnswer ? RoutingPolicy.MultiValueAnswer
        : RoutingPolicy.Simple;

    internal RecordSetKey Key => new(DnsName.Reversed(Name), Type, SetIdentifier);

    /// <summary>A record set without a routing policy.</summary>
    public static ZoneRecordSet Simple(string name, string type, long ttl, params ReadOnlySpan<string> values) =>
        new(DnsName.Normalize(name), type, ttl, [.. values]);

    /// <summary>A record set under weighted routing.</summary>
    public static ZoneRecordSet Weighted(
        string name, string type, string setIdentifier, int weight, long ttl, params ReadOnlySpan<string> values) =>
        new(DnsName.Normalize(name), type, ttl, [.. values], setIdentifier, weight);

    /// <summary>An alias under weighted routing.</summary>
    public static ZoneRecordSet WeightedAlias(string name, string type, string setIdentifier, int weight, ZoneAlias target) =>
        new(DnsName.Normalize(name), type, null, [], setIdentifier, weight) { Alias = target };

    /// <summary>Route 53's exact match on DELETE: everything the same, values in any order.</summary>
    public bool Matches(ZoneRecordSet other) =>
        this with { Values = [] } == other with { Values = [] }
        && Values.Order(StringComparer.Ordinal).SequenceEqual(other.Values.Order(StringComparer.Ordinal));

    /// <summary>Equal by value, the record values in the same order.</summary>
    public bool Equals(ZoneRecordSet? other) =>
        other is not null
        && (Name, Type, Ttl, SetIdentifier, Weight) == (other.Name, other.Type, other.Ttl, other.SetIdentifier, other.Weight)
        && (Alias, HealthCheckId, Failover, MultiValueAnswer) == (other.Alias, other.HealthCheckId, other.Failover, other.MultiValueAnswer)
        && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Type, Ttl, SetIdentifier, Weight, Alias, Values.Length);

    /// <summary>The set as AWS names it in its messages: <c>[name='a.example.', type='A', set-identifier='x']</c>.</summary>
    public override string ToString() =>
        SetIdentifier is null ? $"[name='{Name}', type='{Type}']" : $"[name='{Name}', type='{Type}', set-identifier='{SetIdentifier}']";
}
