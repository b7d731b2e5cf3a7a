using System.Collections.Immutable;
using System.Net;
using Cutover.Core.Emergency;
using DnsClient;
using DnsClient.Protocol;

namespace Cutover.Cli.Emergency;

/// <summary>The values by which an answer shows that it comes from the record set that traffic leaves.</summary>
internal sealed record TargetValues(PairRollback Pair, ImmutableHashSet<string> Values)
{
    public QueryType Type => Enum.Parse<QueryType>(Pair.Source.Type);

    /// <summary>Empty when the pair's answers cannot be told apart.</summary>
    public static TargetValues Of(PairRollback pair) => new(
        pair,
        [.. pair.Target.Values.Except(pair.Others.Append(pair.Source).SelectMany(set => set.Values)).Select(Canonical)]);

    /// <summary>Why the answers say nothing; null when they do.</summary>
    public string? WhyNot => Pair switch
    {
        { After.Target: > 0 } => $"{Pair.Record}: \"{Pair.Target.SetIdentifier}\" keeps a share, so answers with it prove nothing",
        { Target.Alias: { } alias } =>
            $"{Pair.Record}: \"{Pair.Target.SetIdentifier}\" is an alias of {alias.DnsName}; its answers cannot be told by their addresses",
        _ when Values.IsEmpty => $"{Pair.Record}: every value of \"{Pair.Target.SetIdentifier}\" belongs to another record set too",
        _ => null,
    };

    /// <summary>The answer's values, as <see cref="Values"/> has them.</summary>
    public static IEnumerable<string> In(IDnsQueryResponse answer) => answer.Answers.Select(record => record switch
    {
        AddressRecord address => Canonical(address.Address.ToString()),
        CNameRecord name => Canonical(name.CanonicalName.Value),
        _ => null,
    }).OfType<string>();

    // An IPv6 address has many spellings, and a name may end with a dot or not.
    private static string Canonical(string value) =>
        IPAddress.TryParse(value, out var address) ? address.ToString() : value.TrimEnd('.').ToLowerInvariant();
}
