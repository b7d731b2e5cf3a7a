using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Plans;

public sealed class PlanStepsTests
{
    private static readonly TtlPolicy Lowered = new(TimeSpan.FromSeconds(10), Restore: true);

    [Fact]
    public void Zones_stand_in_the_order_of_the_playbook() =>
        Assert.Equal(["Z1", "Z2"], TwoZones.Plan(TwoZones.Playbook(waves: false)).Zones.Select(zone => zone.Id));

    [Fact]
    public void Without_waves_every_pair_of_every_zone_moves_in_each_step() => Assert.Equal(
        ["Move : 90/10@20, 90/10@20, 90/10@300", "Move : 0/100@20, 0/100@20, 0/100@300"],
        TwoZones.Steps(TwoZones.Plan(TwoZones.Playbook(waves: false))));

    [Fact]
    public void A_wave_leaves_earlier_ones_where_they_are_and_later_ones_where_they_were() => Assert.Equal(
        [
            "Move backup: 50/50@20, 50/50@20, 100/0@300",
            "Move backup: 0/100@20, 0/100@20, 100/0@300",
            "Move primary: 0/100@20, 0/100@20, 95/5@300",
            "Move primary: 0/100@20, 0/100@20, 0/100@300",
        ],
        TwoZones.Steps(TwoZones.Plan(TwoZones.Playbook(waves: true))));

    [Fact]
    public void A_lowered_ttl_comes_first_and_is_handed_back_last() => Assert.Equal(
        [
            "LowerTtl : 100/0@10, 100/0@10, 100/0@10",
            "Move : 90/10@10, 90/10@10, 90/10@10",
            "Move : 0/100@10, 0/100@10, 0/100@10",
            "HandBack : 0/100@20, 0/100@20, 0/100@300",
        ],
        TwoZones.Steps(TwoZones.Plan(TwoZones.Playbook(waves: false, Lowered))));

    [Fact]
    public void A_ttl_that_is_not_restored_needs_no_step_of_its_own() => Assert.Equal(
        [StepKind.LowerTtl, StepKind.Move, StepKind.Move],
        TwoZones.Plan(TwoZones.Playbook(waves: false, Lowered with { Restore = false })).Steps.Select(step => step.Kind));

    [Fact]
    public void Only_ttls_that_are_longer_are_lowered() => Assert.Equal(
        "LowerTtl : 100/0@20, 100/0@20, 100/0@60",
        TwoZones.Steps(TwoZones.Plan(TwoZones.Playbook(waves: false, new TtlPolicy(TimeSpan.FromMinutes(1), true)))).First());

    [Fact]
    public void Marks_alone_are_handed_back_with_the_weights_as_they_are() => Assert.Equal(
        ["Move : 90/10@20, 90/10@20, 90/10@300", "Move : 0/100@20, 0/100@20, 0/100@300", "HandBack : 0/100@20, 0/100@20, 0/100@300"],
        TwoZones.Steps(TwoZones.Plan(TwoZones.Playbook(waves: false, ownership: true))));

    [Fact]
    public void Steps_beside_the_moves_hold_the_share_in_force_as_long_as_the_gates_need()
    {
        var plan = TwoZones.Plan(TwoZones.Playbook(waves: true, Lowered));
        Assert.Equal((Share.None, TimeSpan.Zero, TimeSpan.FromSeconds(30)), (plan.Steps[0].Step.Weight, plan.Steps[0].Step.Bake, plan.Steps[0].Hold));
        Assert.Equal((Share.All, TimeSpan.Zero, TimeSpan.FromSeconds(30)), (plan.Steps[^1].Step.Weight, plan.Steps[^1].Step.Bake, plan.Steps[^1].Hold));
        Assert.All(plan.Steps.Where(step => step.Kind != StepKind.Move), step => Assert.Null(step.Wave));
    }

    [Fact]
    public void A_lowered_ttl_is_what_bakes_are_measured_by()
    {
        var playbook = TwoZones.Playbook(waves: false, Lowered) with { Steps = [SamplePlans.Bake(10, seconds: 40), SamplePlans.Bake(100, seconds: 40)] };
        Assert.Equal(4, TwoZones.Plan(playbook).Steps.Length);
    }
}
