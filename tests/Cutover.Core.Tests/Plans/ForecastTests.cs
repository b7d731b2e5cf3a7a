using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Plans;

public sealed class ForecastTests
{
    private static readonly TtlPolicy Lowered = new(TimeSpan.FromSeconds(10), Restore: true);

    [Fact]
    public void A_step_settles_for_the_longest_ttl_of_what_it_replaces()
    {
        Assert.Equal([300, 10, 10, 10], Settles(TwoZones.Playbook(waves: false, Lowered)));
        Assert.Equal([20, 20, 300, 300], Settles(TwoZones.Playbook(waves: true)));
        Assert.Equal([300, 300, 0], Settles(TwoZones.Playbook(waves: false, ownership: true)));
    }

    [Fact]
    public void A_run_lasts_for_its_preflight_and_every_sync_settle_and_hold() => Assert.Equal(
        TimeSpan.FromSeconds(30 + (4 * 30) + (20 + 20 + 300 + 300) + (60 + 60 + 360 + 360)),
        TwoZones.Plan(TwoZones.Playbook(waves: true)).ExpectedDuration);

    [Fact]
    public void A_run_that_waits_for_connections_has_no_end_that_could_be_planned()
    {
        Assert.True(SamplePlans.Following.IsOpenEnded);
        Assert.False(SamplePlans.Simple.IsOpenEnded);
    }

    [Fact]
    public void A_rollback_waits_for_the_ttl_of_pairs_that_have_moved_at_the_worst_moment_of_the_step()
    {
        Assert.Equal([20, 20, 300, 300], Ttls(TwoZones.Playbook(waves: true)));
        Assert.Equal([0, 10, 10, 300], Ttls(TwoZones.Playbook(waves: false, Lowered)));
    }

    [Fact]
    public void Time_to_safe_is_assumed_until_it_was_measured()
    {
        var safe = TwoZones.Plan(TwoZones.Playbook(waves: true)).SafeTimeOf(0);
        Assert.Equal([TimeBasis.Assumed, TimeBasis.Assumed, TimeBasis.Assumed, TimeBasis.Zone], Bases(safe));
        Assert.Equal(TimeSpan.FromSeconds(1 + 1 + 30 + 20), safe.Total);
    }

    [Fact]
    public void What_was_measured_takes_the_place_of_what_was_assumed()
    {
        var measured = new Forecast(null, new MeasuredTime(TimeSpan.FromMilliseconds(300), 7), new MeasuredTime(TimeSpan.FromSeconds(8), 5));
        var plan = TwoZones.Plan(TwoZones.Playbook(waves: true), measured);
        var safe = plan.SafeTimeOf(3);
        Assert.Equal([TimeBasis.Assumed, TimeBasis.Measured, TimeBasis.Measured, TimeBasis.Zone], Bases(safe));
        Assert.Equal((5, TimeSpan.FromSeconds(1 + 0.3 + 8 + 300)), (safe.Sync.Changes, safe.Total));
        Assert.Equal(safe.Total, plan.TimeToSafe);
    }

    [Fact]
    public void The_writes_are_one_batch_for_each_zone_that_a_step_changes() => Assert.Equal(
        ["0 Z1 8", "1 Z1 8", "2 Z2 4", "3 Z2 4"], Writes(TwoZones.Playbook(waves: true)));

    [Fact]
    public void Marks_are_lines_of_the_first_and_of_the_last_batches() => Assert.Equal(
        ["0 Z1 9", "0 Z2 5", "1 Z1 8", "1 Z2 4", "2 Z1 1", "2 Z2 1"], Writes(TwoZones.Playbook(waves: false, ownership: true)));

    [Fact]
    public void The_readings_are_estimated_from_the_pace()
    {
        var calls = CallForecast.Of(TwoZones.Plan(TwoZones.Playbook(waves: true)));
        Assert.Equal(4 * 10, calls.GetChange);
        Assert.Equal(4 + (2 * (1630 / 30)), calls.ListResourceRecordSets);
    }

    private static IEnumerable<double> Settles(Playbook playbook)
    {
        var plan = TwoZones.Plan(playbook);
        return Enumerable.Range(0, plan.Steps.Length).Select(step => plan.SettleOf(step).TotalSeconds);
    }

    private static IEnumerable<double> Ttls(Playbook playbook)
    {
        var plan = TwoZones.Plan(playbook);
        return Enumerable.Range(0, plan.Steps.Length).Select(step => plan.SafeTimeOf(step).Ttl.Duration.TotalSeconds);
    }

    private static IEnumerable<string> Writes(Playbook playbook) => CallForecast.Of(TwoZones.Plan(playbook)).Writes
        .Select(write => FormattableString.Invariant($"{write.Step} {write.Zone.Id} {write.Changes}"));

    private static TimeBasis[] Bases(SafeTime safe) => [safe.Decide.Basis, safe.Write.Basis, safe.Sync.Basis, safe.Ttl.Basis];
}
