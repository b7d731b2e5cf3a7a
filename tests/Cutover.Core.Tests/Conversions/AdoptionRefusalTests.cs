using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Conversions;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;
using static Cutover.Core.Tests.Conversions.SampleZone;

namespace Cutover.Core.Tests.Conversions;

/// <summary>Every reason against an adoption, each on a zone that has nothing else wrong.</summary>
public sealed class AdoptionRefusalTests
{
    private static readonly Playbook Plain = Playbook(RecordType.A);

    [Fact]
    public void A_pair_already() => Refuses(
        [Source, Target],
        "wss.lab.example A: it is weighted already: \"haproxy\" weight 100, TTL 60 s, 203.0.113.5; "
            + "\"envoy\" weight 0, TTL 60 s, 203.0.113.9. There is nothing to adopt: go on with cutover plan.");

    [Fact]
    public void Other_set_identifiers() => Refuses(
        [Source with { SetIdentifier = "blue" }],
        "wss.lab.example A: it is weighted already, but not between \"haproxy\" and \"envoy\": \"blue\" weight 100, TTL 60 s, 203.0.113.5. "
            + "Write its set identifiers into the playbook, or create the missing one with weight 0.");

    [Fact]
    public void A_third_sibling() => Refuses(
        [Source, Target, Target with { SetIdentifier = "nginx", Weight = 7 }],
        "wss.lab.example A: it is weighted already, and a third record set takes part in the answers: "
            + "\"haproxy\" weight 100, TTL 60 s, 203.0.113.5; \"envoy\" weight 0, TTL 60 s, 203.0.113.9; "
            + "\"nginx\" weight 7, TTL 60 s, 203.0.113.9. Delete the third.");

    [Fact]
    public void Another_routing_policy() => Refuses(
        [Simple with { SetIdentifier = "primary", OtherRouting = "Failover" }],
        "wss.lab.example A: it has Failover routing: \"primary\" Failover routing, TTL 60 s, 203.0.113.5. "
            + "Make it one simple record set first: only such a one can be adopted.");

    [Fact]
    public void No_record_at_all() => Refuses(
        [],
        "wss.lab.example A: the zone holds no record of this name and type. "
            + "Correct the name or the zone, or create the simple record first.");

    [Fact]
    public void A_cname_where_the_zone_has_an_a() => Refuses(
        Playbook(RecordType.CNAME), ["edge.example.com"], Now(Simple),
        "wss.lab.example CNAME: the zone holds no CNAME of this name; it has A. Write types: [A].");

    [Fact]
    public void A_cname_at_the_apex() => Refuses(
        Plain with { Records = [new RecordSelector("lab.example", "lab.example", [RecordType.CNAME])] }, ["edge.example.com"], Now(),
        "lab.example CNAME: a CNAME cannot stand at the zone's apex, neither simple nor weighted. "
            + "Write types: [A, AAAA] and give the target with --target-alias: an alias may stand there.");

    [Fact]
    public void Nothing_for_the_target() => Refuses(
        Plain, [], Now(Simple),
        "wss.lab.example A: nothing says what the target's record set holds. "
            + "Add --target-value A=VALUE, or --target-alias NAME --target-alias-zone ZONEID.");

    [Fact]
    public void A_target_that_is_the_source() => Refuses(
        Plain, ["203.0.113.5"], Now(Simple),
        "wss.lab.example A: the target would hold what the source holds: TTL 60 s, 203.0.113.5. Give the target's own content.");

    [Fact]
    public void A_target_that_is_the_source_in_another_spelling() => Refuses(
        Playbook(RecordType.AAAA), ["2001:0DB8::0005"], Now(Of(RecordType.AAAA, "2001:db8:0:0::5")),
        "wss.lab.example AAAA: the target would hold what the source holds: TTL 60 s, 2001:db8::5. Give the target's own content.");

    [Theory]
    [InlineData(RecordType.A, "2001:db8::9", "an IPv4 address such as 203.0.113.9")]
    [InlineData(RecordType.A, "203.0.113.009", "an IPv4 address such as 203.0.113.9")]
    [InlineData(RecordType.A, "MX=203.0.113.9", "an IPv4 address such as 203.0.113.9")]
    [InlineData(RecordType.AAAA, "203.0.113.9", "an IPv6 address such as 2001:db8::9")]
    [InlineData(RecordType.AAAA, "fe80::1%eth0", "an IPv6 address such as 2001:db8::9")]
    [InlineData(RecordType.CNAME, "edge example", "a domain name such as edge.example.com")]
    public void A_value_of_another_type(RecordType type, string value, string wanted) => Refuses(
        Playbook(type), [value], Now(Of(type, type == RecordType.AAAA ? "2001:db8::5" : "203.0.113.5")),
        $"wss.lab.example {type}: the target value \"{value}\" is no value of type {type}. Write {wanted}.");

    [Fact]
    public void Two_values_for_a_cname() => Refuses(
        Playbook(RecordType.CNAME), ["a.example.com", "b.example.com"], Now(Of(RecordType.CNAME, "old.example.com")),
        "wss.lab.example CNAME: 2 target values were given, and a CNAME has one. Give one --target-value.");

    [Fact]
    public void A_value_without_its_type_where_there_are_two() => Refuses(
        Playbook(RecordType.A, RecordType.AAAA), ["203.0.113.9", "AAAA=2001:db8::9"], Now(Simple, Of(RecordType.AAAA, "2001:db8::5")),
        "wss.lab.example A: the target value 203.0.113.9 does not say its type, and the playbook moves A and AAAA. "
            + "Write it as A=203.0.113.9 or AAAA=203.0.113.9.",
        "wss.lab.example AAAA: the target value 203.0.113.9 does not say its type, and the playbook moves A and AAAA. "
            + "Write it as AAAA=203.0.113.9 or A=203.0.113.9.");

    [Fact]
    public void A_value_for_a_type_that_is_not_moved() => Refuses(
        Plain, ["A=203.0.113.9", "AAAA=2001:db8::9"], Now(Simple),
        "AAAA=2001:db8::9: a target value of a type that the playbook does not move: it moves A. Leave it out.");

    [Fact]
    public void A_value_and_an_alias_for_one_type() => Refused(
        Adoption.Prepare(Plain, TargetContent.Of(["203.0.113.9"], Balancer), Now(Simple)),
        "alias to lb.example: A has target values already. Give one or the other.");

    [Fact]
    public void Another_ttl_than_sixty_beside_an_alias() => Refused(
        Adoption.Prepare(Plain, TargetContent.Of([], Balancer), Now(Simple with { Ttl = 300 })),
        "wss.lab.example A: its TTL is 300 s, and an alias to a load balancer has a fixed 60 s, which bends the shares. "
            + "Set its TTL to 60 s, wait 300 s until caches have let go of the old one, and adopt it then.");

    [Fact]
    public void An_alias_whose_health_counts_on_one_side_only() => Refused(
        Adoption.Prepare(Plain, TargetContent.Of([], Balancer with { EvaluateTargetHealth = true }), Now(Simple)),
        "wss.lab.example A: only the target evaluates the health of its alias target, so the other one would answer for both when "
            + "that is unhealthy. Switch it on for both (--evaluate-target-health, with an alias as the target) or for none.");

    [Fact]
    public void An_A_without_its_AAAA() => Refuses(
        [Simple, Of(RecordType.AAAA, "2001:db8::5")],
        "wss.lab.example A: the name has AAAA record sets too, and clients that use them would stay behind. "
            + "Write types: [A, AAAA], and give the target's AAAA as well.");

    [Fact]
    public void A_health_check() => Refuses(
        [Simple with { HealthCheckId = "h1" }],
        "wss.lab.example A: it has the health check h1; the pair would have one health check only, and the target would answer for both "
            + "when it fails. Take the health check off the record first: a simple record is answered whether it is healthy or not.");

    [Fact]
    public void A_run_of_this_server_that_moves_it() => Refuses(
        Plain,
        ["203.0.113.9"],
        Now(Simple) with
        {
            OpenRuns = ImmutableDictionary<RecordKey, string>.Empty.Add(new RecordKey("Z1", Name, RecordType.A), "#7"),
        },
        "wss.lab.example A: the open run #7 moves it. Wait for that run to end, roll it back, or abandon it.");

    [Fact]
    public void A_mark_of_a_run_that_is_not_known_to_be_over() => Refuses(
        [Simple, Mark],
        "wss.lab.example A: _cutover.wss.lab.example TXT says that a Cutover moves it: "
            + "\"heritage=cutover,run=12-9f3c21ab,initial=A:100/0@60\". "
            + "Wait for that run to end, or roll it back, where it was started; if that Cutover is gone for good, delete the TXT record.");

    [Fact]
    public void A_mark_that_this_version_cannot_read() => Refuses(
        [Simple, Mark with { Values = ["\"heritage=cutover,version=9\""] }],
        "wss.lab.example A: _cutover.wss.lab.example TXT says that a Cutover moves it: \"heritage=cutover,version=9\". "
            + "Wait for that run to end, or roll it back, where it was started; if that Cutover is gone for good, delete the TXT record.");

    [Fact]
    public void A_name_outside_its_zone() => Refuses(
        Plain with { Records = [new RecordSelector("Z1", "wss.lab2.example", [RecordType.A])] }, ["203.0.113.9"], Now(Simple),
        "wss.lab2.example A: the name is not in the zone lab.example (Z1). Write a name that ends with the zone's.");

    [Fact]
    public void A_zone_that_does_not_exist() => Refuses(
        Plain, ["203.0.113.9"], Now() with { Zones = [] },
        "lab.example: no hosted zone of this account has this name. "
            + "Check the name, and that the credentials belong to the account that holds the zone.");

    [Fact]
    public void A_private_twin_of_the_zone() => Refuses(
        Plain,
        ["203.0.113.9"],
        Now() with { Zones = [new ZoneContent(Zone, [Simple]), new ZoneContent(new HostedZone("Z2", "lab.example.", true), [Simple])] },
        "lab.example: 2 hosted zones have this name: Z1 (public), Z2 (private). "
            + "Write the id of the one that is meant as the record's zone.");

    [Fact]
    public void Of_two_zones_of_one_name_the_id_says_which() => Assert.Equal(
        "Z2",
        Adopt(
            Plain with { Records = [new RecordSelector("Z2", "wss.lab.example", [RecordType.A])] },
            Now() with { Zones = [new ZoneContent(Zone, []), new ZoneContent(new HostedZone("Z2", "lab.example.", true), [Simple])] },
            "203.0.113.9").Batches[0].Zone.Id);

    private static void Refuses(ImmutableArray<RecordSet> sets, params string[] texts) => Refuses(Plain, ["203.0.113.9"], Now(sets), texts);

    private static void Refuses(Playbook playbook, string[] values, ZonesNow now, params string[] texts) =>
        Refused(Adoption.Prepare(playbook, TargetContent.Of(values, null), now), texts);
}
