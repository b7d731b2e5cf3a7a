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
        Assert.All(plan.Steps, step => Assert.Equal(TimeSpan.FromSeconds(30), step.Hold));
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
        OnlyA with { Records = [new RecordSelector(zone, "wss.lab.example", [RecordType.A])] }, Pair(RecordType.A)));

    [Fact]
    public void Every_reason_is_given_at_once() => Assert.Equal(
        ["wss.lab.example A", "wss.lab.example A", "step 1 (0.2 %)"],
        Assert.IsType<PlanRefused>(Plan(
            OnlyA with { Steps = [Bake(0.2m), Bake(100)] },
            [Weighted(RecordType.A, "haproxy", 0), Weighted(RecordType.A, "envoy", 0, ttl: 5)])).Refusals
            .Select(refusal => refusal.Record));

    private static Planning Plan(Playbook playbook, ImmutableArray<RecordSet> sets) =>
        Planner.Plan(playbook, ZoneView.Of(Zone, sets), SamplePlans.Pace);
}
