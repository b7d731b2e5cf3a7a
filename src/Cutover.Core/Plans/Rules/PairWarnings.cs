using Cutover.Core.Dns;
using Cutover.Core.Dns.Health;

namespace Cutover.Core.Plans.Rules;

/// <summary>What a person should know of a pair before a start, though nothing forbids it.</summary>
internal static class PairWarnings
{
    private static readonly Func<PairFacts, PlanWarning?>[] Rules =
        [UnknownTtl, TtlStays, SourceHealthUnknown, TargetHealthUnknown, RevivedByItsTarget, SameAnswers, Hints, Unobserved];

    public static IEnumerable<PlanWarning> Check(PairFacts pair) => Rules.Select(rule => rule(pair)).OfType<PlanWarning>();

    private static PlanWarning? UnknownTtl(PairFacts pair)
    {
        var alias = pair.Both.FirstOrDefault(set => AliasTtl.Of(set, pair.Content) is null);
        return alias is null ? null : pair.Warn(
            $"{PairFacts.Quoted(alias)} is an alias to {alias.Alias!.DnsName.TrimEnd('.')}, whose TTL only AWS knows: "
                + $"{PairFacts.Seconds(AliasTtl.LoadBalancer)} is assumed in every time of this plan",
            "Ask a name server of the zone for it, and give a sibling that is no alias the same");
    }

    private static PlanWarning? TtlStays(PairFacts pair)
    {
        var during = pair.Playbook.Dns.Ttl?.During;
        return during is null || (pair.Record.HasOwnTtl && pair.Record.Ttl > during) ? null : pair.Warn(
            $"its TTL stays at {PairFacts.Seconds(pair.Record.Ttl)}: "
                + $"{(pair.Record.HasOwnTtl ? "that is not above" : "an alias cannot be lowered to")} "
                + $"the {PairFacts.Seconds(during.Value)} that dns.ttl asks for",
            pair.Record.HasOwnTtl ? "Ask for less, or leave dns.ttl out" : "Count on that TTL for every rollback");
    }

    private static PlanWarning? SourceHealthUnknown(PairFacts pair) => HealthUnknown(pair, pair.Source);

    private static PlanWarning? TargetHealthUnknown(PairFacts pair) => HealthUnknown(pair, pair.Target);

    private static PlanWarning? HealthUnknown(PairFacts pair, RecordSet set) =>
        pair.HealthOf(set) is not HealthUnknown unknown ? null : pair.Warn(
        $"whether {PairFacts.Quoted(set)} is healthy is not known (health check {set.HealthCheckId}: {unknown.Why}), "
            + "and Route 53 answers by health before it answers by weight",
        "Look in the Route 53 console before the start whether that health check is healthy");

    private static PlanWarning? RevivedByItsTarget(PairFacts pair)
    {
        var idle = pair.Both.FirstOrDefault(set => set is { Weight: 0, HealthCheckId: null, Alias.EvaluateTargetHealth: true });
        return idle is null ? null : pair.Warn(
            $"{PairFacts.Quoted(idle)} has weight 0 and evaluates its target's health: when the other one's target is unhealthy, Route 53 "
                + "answers with it all the same",
            "Expect answers from it then, or switch EvaluateTargetHealth off for both");
    }

    private static PlanWarning? SameAnswers(PairFacts pair) =>
        pair.Source.Alias?.DnsName == pair.Target.Alias?.DnsName
        && pair.Source.Values.Order(StringComparer.Ordinal).SequenceEqual(pair.Target.Values.Order(StringComparer.Ordinal))
            ? pair.Warn(
                $"both record sets answer the same ({pair.Source.Alias?.DnsName ?? string.Join(", ", pair.Source.Values)}), "
                    + "so no step moves anyone",
                "Look whether the target's record set points where it should")
            : null;

    private static PlanWarning? Unobserved(PairFacts pair) =>
        !pair.Content.Zone.IsPrivate || !pair.Playbook.Dns.Observe.Enabled ? null : pair.Warn(
            $"the zone {pair.Content.Zone.Id} is private, and its name servers answer nobody outside its VPCs: "
                + "the run waits for INSYNC and the TTL, and looks at no answers",
            "Look from inside the VPC whether the answers follow the weights");

    private static PlanWarning? Hints(PairFacts pair) =>
        pair.Record.Key.Type == RecordType.CNAME || pair.Content.At(pair.Record.Key.Name, "HTTPS").IsEmpty ? null : pair.Warn(
            "the name has an HTTPS record, and clients that take addresses from its hints go by no weight",
            "Take ipv4hint and ipv6hint out of it while the run is open");
}
