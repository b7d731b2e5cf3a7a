using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Conversions;

/// <summary>Works out the content of one target record set from what was given for it.</summary>
internal static class TargetChoice
{
    /// <summary>The target as a record set of the source's name and type, without its weight; or why there is none.</summary>
    /// <param name="source">The simple record set that is adopted.</param>
    /// <param name="types">The types that the playbook moves at this name.</param>
    public static (RecordSet? Target, Refusal? Refusal) Choose(
        SelectedRecord record, RecordSet source, TargetContent content, ImmutableArray<RecordType> types)
    {
        var type = record.Key.Type;
        var given = content.Values.Where(value => value.Type == type || value.Type is null).ToImmutableArray();
        if (types.Length > 1 && given.FirstOrDefault(value => value.Type is null) is { } untyped)
        {
            return (null, record.Refuse(
                $"the target value {untyped.Value} does not say its type, and the playbook moves {string.Join(" and ", types)}",
                $"Write it as {type}={untyped.Value} or {types.First(other => other != type)}={untyped.Value}"));
        }

        if (!given.IsEmpty)
        {
            return OfValues(record, source, given);
        }

        return content.Alias is { } alias ? OfAlias(record, source, alias) : (null, record.Refuse(
            "nothing says what the target's record set holds",
            $"Add --target-value {type}=VALUE, or --target-alias NAME --target-alias-zone ZONEID"));
    }

    private static (RecordSet? Target, Refusal? Refusal) OfValues(
        SelectedRecord record, RecordSet source, ImmutableArray<TargetValue> given)
    {
        var type = record.Key.Type;
        var read = given.Select(value => (value.Value, Read: ValueNotation.Read(type, value.Value))).ToList();
        if (read.FirstOrDefault(value => value.Read is null) is { Value: { } wrong })
        {
            return (null, record.Refuse($"the target value \"{wrong}\" is no value of type {type}", $"Write {ValueNotation.Wanted(type)}"));
        }

        ImmutableArray<string> values = [.. read.Select(value => value.Read!).Distinct()];
        return type == RecordType.CNAME && values.Length > 1
            ? (null, record.Refuse($"{values.Length} target values were given, and a CNAME has one", "Give one --target-value"))
            : (source with { Ttl = source.Ttl ?? SourceRules.AliasTtl, Values = values, Alias = null }, null);
    }

    private static (RecordSet? Target, Refusal? Refusal) OfAlias(SelectedRecord record, RecordSet source, AliasTarget alias) =>
        source.Ttl is { } ttl && ttl != SourceRules.AliasTtl && alias.HostedZoneId != record.Zone.Id
            ? (null, record.Refuse(
                FormattableString.Invariant(
                    $"its TTL is {ttl} s, and an alias to a load balancer has a fixed {SourceRules.AliasTtl} s, which bends the shares"),
                FormattableString.Invariant(
                    $"Set its TTL to {SourceRules.AliasTtl} s, wait {ttl} s until caches have let go of the old one, and adopt it then")))
            : (source with { Ttl = null, Values = [], Alias = alias }, null);
}
