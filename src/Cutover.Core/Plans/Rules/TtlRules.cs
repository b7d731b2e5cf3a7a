using Cutover.Core.Dns;

namespace Cutover.Core.Plans.Rules;

/// <summary>
/// Siblings are cached for as long as their own TTL, so the one with the longer TTL keeps more of the clients than its weight says.
/// </summary>
internal static class TtlRules
{
    public static Refusal? Unequal(PairFacts pair) => pair.Record.HasOwnTtl && pair.Source.Ttl != pair.Target.Ttl
        ? pair.Refuse(
            $"the TTLs differ: {TtlOf(pair.Source, pair)} for {PairFacts.Quoted(pair.Source)} and {TtlOf(pair.Target, pair)} for "
                + $"{PairFacts.Quoted(pair.Target)}, which bends the shares",
            "Give both the same TTL")
        : null;

    public static Refusal? BesideLoadBalancer(PairFacts pair)
    {
        var (alias, other) = OneAlias(pair);
        return alias?.Alias is { } target && AliasTtl.IsLoadBalancer(target) && AliasTtl.Of(other!, pair.Content) != AliasTtl.LoadBalancer
            ? pair.Refuse(
                $"{PairFacts.Quoted(other!)} has a TTL of {TtlOf(other!, pair)} beside {PairFacts.Quoted(alias)}, an alias to the load "
                    + $"balancer {target.DnsName.TrimEnd('.')}, which Route 53 always answers with 60 s: that bends the shares",
                $"Give {PairFacts.Quoted(other!)} a TTL of 60 s")
            : null;
    }

    public static Refusal? BesideOtherAlias(PairFacts pair)
    {
        var aliases = pair.Both.Where(set => set.Alias is not null && !AliasTtl.IsLoadBalancer(set.Alias)).ToList();
        var (source, target) = (AliasTtl.Of(pair.Source, pair.Content), AliasTtl.Of(pair.Target, pair.Content));
        return aliases.Count > 0 && source is not null && target is not null && source != target
            ? pair.Refuse(
                $"{PairFacts.Quoted(aliases[0])} is an alias to {aliases[0].Alias!.DnsName.TrimEnd('.')} and takes its TTL, "
                    + $"so that the TTLs differ: {PairFacts.Seconds(source.Value)} and {PairFacts.Seconds(target.Value)}, "
                    + "which bends the shares",
                "Give both the same TTL, at the record that the alias points to")
            : null;
    }

    // The one alias of a mixed pair, and its sibling; of two aliases, a load balancer's and the other one.
    private static (RecordSet? Alias, RecordSet? Other) OneAlias(PairFacts pair) =>
        (IsBalanced(pair.Source), IsBalanced(pair.Target)) switch
        {
            (true, false) when pair.Target.Alias is null => (pair.Source, pair.Target),
            (false, true) when pair.Source.Alias is null => (pair.Target, pair.Source),
            _ => (null, null),
        };

    private static bool IsBalanced(RecordSet set) => set.Alias is { } alias && AliasTtl.IsLoadBalancer(alias);

    private static string TtlOf(RecordSet set, PairFacts pair) =>
        PairFacts.Seconds(AliasTtl.Of(set, pair.Content) ?? AliasTtl.LoadBalancer);
}
