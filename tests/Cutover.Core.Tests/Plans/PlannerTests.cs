using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using static Cutover.Core.Tests.SamplePlans;

namespace Cutover.Core.Tests.Plans;

public sealed class PlannerTests
{
    private static readonly Playbook OnlyA = Playbook([RecordType.A], [Handshakes], Bake(1), Bake(50), Bake(100));

    [Fact]
    public void A_plan_has_the_exact_sets_weights_and_times()
    {
        var plan = SamplePlans.TwoPairs;
        Assert.Equal(["wss.lab.example A 100/0", "wss.lab.example AAAA 100/0"], plan.Initial.Select(pair => pair.ToString()));
        Assert.Equal(["95/5", "50/50", "0/100"], plan.Steps.Select(step => step.Weights[0].Weights.ToString()));
        Assert.Equal(TimeSpan.FromSeconds(10), plan.Ttl);
        Assert.Equal(TimeSpan.FromSeconds(70), plan.TimeToSafe);
        Assert.All(plan.Steps, step => Assert.Equal(TimeSpan.FromSeconds(30), step.Hold));
        Assert.Equal(TimeSpan.FromSeconds(300), plan.ExpectedDuration);
        Assert.Equal(
            Weighted(RecordType.A, "envoy", 0),
            plan.Records[0].Target with { Values = plan.Records[0].Target.Values },
            (left, right) => left!.Matches(right!));
    }

    [Theory]
    [InlineData("lab.example")]
    [InlineData("lab.example.")]
    [InlineData("Z1")]
    public void A_zone_is_found_by_its_name_or_its_id(string zone) => Assert.IsType<Planned>(Plan(
        OnlyA with { Records = [new RecordSelector(zone, "wss.lab.example", [RecordType.A])] }, View(Pair(RecordType.A))));

    [Fact]
    public void Two_aliases_are_held_for_sixty_seconds()
    {
        var sets = Pair(RecordType.A)
            .Select(set => set with { Ttl = null, Values = [], Alias = new AliasTarget("Z9", "lb.example.", false) })
            .ToImmutableArray();
        var playbook = Playbook([RecordType.A], [Handshakes], Bake(1, seconds: 60), Bake(100, seconds: 60));
        Assert.Equal(TimeSpan.FromSeconds(60), Assert.IsType<Planned>(Plan(playbook, View(sets))).Plan.Ttl);
    }

    [Fact]
    public void Every_reason_is_given_at_once() => Assert.Equal(
        ["wss.lab.example A", "wss.lab.example A", "step 1 (0.2 %)"],
        Assert.IsType<PlanRefused>(Plan(
            OnlyA with { Steps = [Bake(0.2m), Bake(100)] },
            View([Weighted(RecordType.A, "haproxy", 0), Weighted(RecordType.A, "envoy", 0, ttl: 5)]))).Refusals
            .Select(refusal => refusal.Record));

    [Fact]
    public void A_zone_that_is_not_there() => Refused(
        Plan(OnlyA, View(Pair(RecordType.A)) with { Zones = [] }),
        "lab.example: no hosted zone of this account has this name. Check the name, "
            + "and that the credentials belong to the account that holds the zone.");

    [Fact]
    public void Two_zones_of_one_name() => Refused(
        Plan(OnlyA, View(Pair(RecordType.A)) with { Zones = [Zone, Zone with { Id = "Z2", IsPrivate = true }] }),
        "lab.example: 2 hosted zones have this name: Z1 (public), Z2 (private). "
            + "Write the id of the one that is meant as the record's zone.");

    [Fact]
    public void Records_in_several_zones() => Refused(
        Plan(
            OnlyA with { Records = [.. OnlyA.Records, new RecordSelector("other.example", "wss.other.example", [RecordType.A])] },
            View(Pair(RecordType.A)) with { Zones = [Zone, new HostedZone("Z2", "other.example.", false)] }),
        "lab.example, other.example: the records lie in several hosted zones, which cannot be written in one batch. "
            + "Write one playbook for each zone.");

    [Fact]
    public void A_name_outside_the_zone() => Refused(
        Plan(OnlyA with { Records = [new RecordSelector("lab.example", "wss.notlab.example", [RecordType.A])] }, View(Pair(RecordType.A))),
        "wss.notlab.example A: the name is not in the zone lab.example. Write a name that ends with the zone's.");

    private static void Refused(Planning planning, params string[] texts) =>
        Assert.Equal(texts, Assert.IsType<PlanRefused>(planning).Refusals.Select(refusal => refusal.ToString()));

    private static Planning Plan(Playbook playbook, ZoneView view) => Planner.Plan(playbook, view, SamplePlans.Pace);

    private static ZoneView View(ImmutableArray<RecordSet> sets) => new([Zone], sets, ImmutableDictionary<RecordKey, string>.Empty);
}
