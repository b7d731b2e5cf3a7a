using Cutover.Core.Conversions;
using Cutover.Core.Dns;
using static Cutover.Core.Tests.Conversions.SampleZone;

namespace Cutover.Core.Tests.Conversions;

public sealed class AdoptionTests
{
    [Fact]
    public void A_simple_record_becomes_a_pair_with_all_the_weight_on_the_source() => Assert.Equal(
        [
            "Delete wss.lab.example. A simple, TTL 60 s, 203.0.113.5",
            "Create wss.lab.example. A \"haproxy\" weight 100, TTL 60 s, 203.0.113.5",
            "Create wss.lab.example. A \"envoy\" weight 0, TTL 60 s, 203.0.113.9",
        ],
        Lines(Adopt(Playbook(RecordType.A), Now(Simple), "203.0.113.9")));

    [Fact]
    public void Several_types_are_adopted_in_one_batch()
    {
        var adopted = Adopt(
            Playbook(RecordType.A, RecordType.AAAA),
            Now(Simple, Of(RecordType.AAAA, "2001:db8::5")),
            "A=203.0.113.9",
            "aaaa=2001:DB8:0::9");
        Assert.Equal(
            ["203.0.113.5", "203.0.113.9", "2001:db8::5", "2001:db8::9"],
            Assert.Single(adopted.Batches).After.Select(set => set.Values[0]));
    }

    [Fact]
    public void An_alias_can_be_the_target_of_several_types()
    {
        var adopted = Ready(Adoption.Prepare(
            Playbook(RecordType.A, RecordType.AAAA),
            TargetContent.Of([], Balancer with { DnsName = "LB.example" }),
            Now(Simple, Of(RecordType.AAAA, "2001:db8::5"))));
        Assert.All(
            adopted.Batches[0].After.Where(set => set.SetIdentifier == "envoy"),
            set => Assert.Equal((Balancer, null, 0), (set.Alias, set.Ttl, set.Values.Length)));
    }

    [Fact]
    public void Values_beside_an_alias_get_its_fixed_ttl()
    {
        var source = Simple with { Ttl = null, Values = [], Alias = Balancer };
        Assert.Equal(
            ["\"haproxy\" weight 100, alias to lb.example in zone Z35SXDOTRQ7X7K", "\"envoy\" weight 0, TTL 60 s, 203.0.113.9"],
            Adopt(Playbook(RecordType.A), Now(source), "203.0.113.9").Batches[0].After.Select(RecordWords.Of));
    }

    [Fact]
    public void An_alias_whose_health_counts_is_adopted_with_a_note()
    {
        var old = Balancer with { DnsName = "old.example.", EvaluateTargetHealth = true };
        var source = Simple with { Ttl = null, Values = [], Alias = old };
        var adopted = Ready(Adoption.Prepare(
            Playbook(RecordType.A), TargetContent.Of([], Balancer with { EvaluateTargetHealth = true }), Now(source)));
        Assert.Equal(
            "wss.lab.example A: while the alias target of HAProxy is unhealthy, Route 53 answers with Envoy, weight 0 or not.",
            Assert.Single(adopted.Notes));
    }

    [Fact]
    public void A_cname_is_adopted_by_name() => Assert.Equal(
        "\"envoy\" weight 0, TTL 60 s, edge.example.com.",
        RecordWords.Of(
            Adopt(Playbook(RecordType.CNAME), Now(Of(RecordType.CNAME, "old.example.com")), "Edge.example.com").Batches[0].After[1]));

    [Fact]
    public void A_mark_that_an_ended_run_left_behind_goes_with_it()
    {
        var adopted = Adopt(Playbook(RecordType.A), Now(Simple, Mark) with { EndedRuns = ["12-9f3c21ab"] }, "203.0.113.9");
        Assert.Equal([Simple, Mark], adopted.Batches[0].Before);
    }

    [Fact]
    public void The_checksum_tells_one_batch_from_any_other()
    {
        var shown = Adopt(Playbook(RecordType.A), Now(Simple), "203.0.113.9");
        Assert.Equal(shown.Checksum(), Adopt(Playbook(RecordType.A), Now(Simple), "A=203.0.113.9").Checksum());
        Assert.NotEqual(shown.Checksum(), Adopt(Playbook(RecordType.A), Now(Simple with { Ttl = 61 }), "203.0.113.9").Checksum());
        Assert.NotEqual(shown.Checksum(), Adopt(Playbook(RecordType.A), Now(Simple), "203.0.113.8").Checksum());
        Assert.Matches("^[0-9a-f]{16}$", shown.Checksum());
    }
}
