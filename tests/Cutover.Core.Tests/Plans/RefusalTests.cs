using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using static Cutover.Core.Tests.SamplePlans;

namespace Cutover.Core.Tests.Plans;

/// <summary>Every way in which the weights of a pair can lie, each on a zone that has nothing else wrong.</summary>
public sealed class RefusalTests
{
    private static readonly RecordSet Source = Weighted(RecordType.A, "haproxy", 100);

    private static readonly RecordSet Target = Weighted(RecordType.A, "envoy", 0);

    private static readonly AliasTarget Balancer = new("Z9", "lb.example.", EvaluateTargetHealth: false);

    [Fact]
    public void A_missing_record() => Refused(
        [Source],
        "wss.lab.example A: no record set has the set identifier \"envoy\" of Envoy; found \"haproxy\". "
            + "Create the weighted record set first (weight 0 for the target), or correct setIdentifier.");

    [Fact]
    public void No_record_at_all() => Refused(
        [],
        "wss.lab.example A: no record set has the set identifier \"haproxy\" of HAProxy; found none of this name and type. "
            + "Create the weighted record set first (weight 0 for the target), or correct setIdentifier.",
        "wss.lab.example A: no record set has the set identifier \"envoy\" of Envoy; found none of this name and type. "
            + "Create the weighted record set first (weight 0 for the target), or correct setIdentifier.");

    [Fact]
    public void A_simple_record_set() => Refused(
        [Source with { SetIdentifier = null, Weight = null }],
        "wss.lab.example A: no record set has the set identifier \"haproxy\" of HAProxy; found a simple record set. "
            + "Create the weighted record set first (weight 0 for the target), or correct setIdentifier.",
        "wss.lab.example A: no record set has the set identifier \"envoy\" of Envoy; found a simple record set. "
            + "Create the weighted record set first (weight 0 for the target), or correct setIdentifier.");

    [Fact]
    public void Another_routing_policy() => Refused(
        [Source with { Weight = null, OtherRouting = "Failover" }, Target],
        "wss.lab.example A: \"haproxy\" has routing policy Failover. Make both record sets weighted.");

    [Fact]
    public void A_third_record() => Refused(
        [Source, Target, Source with { SetIdentifier = "nginx", Weight = 7 }],
        "wss.lab.example A: a third record set \"nginx\" (weight 7) takes part in the answers. Delete it, "
            + "or the shares of this playbook would not be what they say.");

    [Fact]
    public void Unequal_ttls() => Refused(
        [Source, Target with { Ttl = 5 }],
        "wss.lab.example A: the TTLs differ: 10 s and 5 s, which bends the shares. "
            + "Give both the same TTL (60 s beside an alias to a load balancer).");

    [Fact]
    public void Another_ttl_than_sixty_beside_an_alias() => Refused(
        60, [Source, Target with { Ttl = null, Alias = Balancer }],
        "wss.lab.example A: the TTLs differ: 10 s and 60 s (an alias has a fixed 60 s), which bends the shares. "
            + "Give both the same TTL (60 s beside an alias to a load balancer).");

    [Fact]
    public void Sixty_seconds_beside_an_alias_are_well() =>
        Refused(60, [Source with { Ttl = 60 }, Target with { Ttl = null, Alias = Balancer }]);

    [Fact]
    public void All_zero_weights() => Refused(
        [Source with { Weight = 0 }, Target],
        "wss.lab.example A: both weights are 0, which Route 53 answers with equal shares. Give the source a weight above 0.");

    [Fact]
    public void A_target_that_has_the_share_already() => Refused(
        [Source with { Weight = 90 }, Target with { Weight = 10 }],
        "wss.lab.example A: the target already has 10 % of the answers (weights 90/10), and the first step asks for 1 %. "
            + "Set the weights back, or begin with a larger step.");

    [Fact]
    public void A_health_check_on_one_sibling_only() => Refused(
        [Source with { HealthCheckId = "h1" }, Target],
        "wss.lab.example A: only \"haproxy\" has a health check, so the other one answers for both when it fails. "
            + "Give both record sets a health check, or none.");

    [Fact]
    public void A_zero_weight_that_a_health_check_would_revive() => Refused(
        [Source with { HealthCheckId = "h1" }, Target with { HealthCheckId = "h2" }],
        "wss.lab.example A: \"envoy\" has weight 0 and a health check: when every other record set is unhealthy, "
            + "Route 53 answers with it all the same. Take the health check off while its weight is 0.");

    [Fact]
    public void An_A_without_its_AAAA() => Refused(
        [Source, Target, .. Pair(RecordType.AAAA)],
        "wss.lab.example A: the name has AAAA record sets too, and clients that use them would stay behind. Write types: [A, AAAA].");

    [Fact]
    public void An_AAAA_of_another_name_is_no_twin() =>
        Refused([Source, Target, Weighted(RecordType.AAAA, "haproxy", 1) with { Name = "other.lab.example." }]);

    [Fact]
    public void A_run_that_moves_the_record_already() => Refused(
        new ZoneView(
            [Zone],
            [Source, Target],
            ImmutableDictionary<RecordKey, string>.Empty.Add(new RecordKey("Z1", "wss.lab.example.", RecordType.A), "wss-primary-7")), 10,
        "wss.lab.example A: the open run wss-primary-7 moves it. Wait for that run to end, roll it back, or abandon it.");

    [Fact]
    public void A_bake_shorter_than_the_ttl() => Refused(
        9.5, [Source, Target],
        "wss.lab.example A: step 1 (1 %) bakes 9.5 s, less than the TTL of 10 s for which caches hold the old answer. "
            + "Bake at least as long as the TTL.");

    [Fact]
    public void A_share_that_weights_cannot_express()
    {
        var playbook = Playbook([RecordType.A], [Handshakes], Bake(0.39m), Bake(100));
        var planning = Planner.Plan(playbook, View([Source, Target]), SamplePlans.Pace);
        Assert.Equal(
            "step 1 (0.39 %): the share is below 1/256 (0.39 %), the smallest that weights of 0-255 can express. "
                + "Begin with at least 0.4 %.",
            Assert.Single(Assert.IsType<PlanRefused>(planning).Refusals).ToString());
    }

    private static void Refused(ImmutableArray<RecordSet> sets, params string[] texts) => Refused(View(sets), 10, texts);

    private static void Refused(double bake, ImmutableArray<RecordSet> sets, params string[] texts) => Refused(View(sets), bake, texts);

    private static void Refused(ZoneView view, double bake, params string[] texts)
    {
        var playbook = Playbook([RecordType.A], [Handshakes], new Step(new Share(1), TimeSpan.FromSeconds(bake)), Bake(100, seconds: 60));
        var refusals = Planner.Plan(playbook, view, SamplePlans.Pace) is PlanRefused refused ? refused.Refusals : [];
        Assert.Equal(texts, refusals.Select(refusal => refusal.ToString()));
    }

    private static ZoneView View(ImmutableArray<RecordSet> sets) => new([Zone], sets, ImmutableDictionary<RecordKey, string>.Empty);
}
