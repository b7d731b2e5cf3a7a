using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
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

    [Fact]
    public void A_plan_supersedes_the_marks_of_runs_that_are_over_and_no_others()
    {
        var mark = new OwnershipMark("12-9f3c21ab", [new MarkedPair(RecordType.A, new PairWeights(100, 0), 10)]);
        var view = ZoneView.Of(Zone, [.. Pair(RecordType.A), mark.ToRecordSet("wss.lab.example.")]) with { ClosedRuns = [mark.Run, "13-0"] };
        var planned = Assert.IsType<Planned>(Planner.Plan(OnlyA, view, SamplePlans.Pace)).Plan;
        Assert.Equal([mark.Run], planned.Supersedes);
        Assert.Equal([mark.Run], RunJson.Read<Plan>(RunJson.Write(planned)).Supersedes);
        Assert.Empty(SamplePlans.Simple.Supersedes);
    }

    private static Planning Plan(Playbook playbook, ImmutableArray<RecordSet> sets) =>
        Planner.Plan(playbook, ZoneView.Of(Zone, sets), SamplePlans.Pace);
}
