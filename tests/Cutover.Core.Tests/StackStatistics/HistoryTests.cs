using Cutover.Core.StackStatistics;
using static Cutover.Core.Tests.StackStatistics.Samples;

namespace Cutover.Core.Tests.StackStatistics;

public sealed class HistoryTests
{
    [Fact]
    public void The_first_look_is_a_baseline_and_no_traffic() =>
        Assert.Equal(StackCounters.Zero, History(Seen(0, 1_000_000)).Points[^1].Totals);

    [Fact]
    public void A_restart_goes_on_from_where_the_count_stood()
    {
        var history = History(Seen(0, 100), Seen(5, 150), Seen(10, 20, process: "pid 2"), Seen(15, 60, process: "pid 2"));

        Assert.Equal([0, 50, 70, 110], history.Points.Select(point => point.Totals.Upgrades));
        Assert.Equal([At(10)], history.Restarts);
    }

    [Fact]
    public void A_process_that_comes_back_goes_on_from_its_own_counters()
    {
        // Two processes take turns behind one address: 900 and 5,000 upgrades of theirs are old news at every turn but the first.
        var history = History(
            Seen(0, 900), Seen(5, 0, process: "pid 2"), Seen(10, 905), Seen(15, 7, process: "pid 2"), Seen(20, 906));

        Assert.Equal([0, 0, 5, 12, 13], history.Points.Select(point => point.Totals.Upgrades));
    }

    [Fact]
    public void What_was_counted_out_of_sight_is_spread_over_that_time()
    {
        var history = History(Seen(0, 0), Seen(10, 10)).Unseen(20).Unseen(30).Then(Seen(110, 110));

        var last = WindowCount.Of(history, At(100), At(110));
        Assert.Equal(10, last!.Upgrades, 9);
        Assert.Null(history.Unseen);
    }

    [Fact]
    public void An_instance_that_vanishes_takes_nothing_from_the_rate_and_keeps_its_connections()
    {
        var (one, other) = (History(Seen(0, 0, 50), Seen(60, 600, 50)), History(Seen(0, 0, 70), Seen(30, 300, 70)).Unseen(60));
        var reading = Reading(60, 60, one, other);

        Assert.Equal(20, reading.Rates.Upgrades, 9);
        Assert.Equal((50, 70.0), (reading.Open, reading.OpenUnseen));
        Assert.False(reading.IsWhole);
        Assert.Contains("out of sight since 03:00:30, 70 open connections then: connection refused", Assert.Single(reading.Gaps), StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_reload_of_HAProxy_the_connections_of_the_former_process_are_not_taken_for_gone()
    {
        var reloaded = Seen(65, 3, 3, "pid 2") with { PredecessorLivesOn = true };
        var reading = Reading(65, 60, History(Seen(0, 0, 100), Seen(60, 0, 100)).Then(reloaded));

        Assert.Equal((3, 100.0), (reading.Open, reading.OpenUnseen));
        Assert.Contains("another process since 03:01:05; what the former one holds open is not reported any more", Assert.Single(reading.Gaps), StringComparison.Ordinal);
    }

    [Fact]
    public void The_connections_of_a_former_process_fade_at_the_churn_of_the_stack()
    {
        var reloaded = Seen(120, 0, 0, "pid 2") with { PredecessorLivesOn = true };
        var history = History(Seen(0, 0, 100), Seen(60, 0, 90), Seen(119, 0, 80)).Then(reloaded).Then(reloaded with { At = At(720) });
        var reading = Reading(720, 720, history);

        Assert.Equal(80 * Math.Exp(-reading.Churn.PerMinute!.Value * 601 / 60), reading.OpenUnseen, 9);
        Assert.InRange(reading.OpenUnseen, 20, 30);
    }

    [Fact]
    public void Envoy_reports_the_connections_of_its_parent_so_nothing_is_carried_over()
    {
        var reading = Reading(65, 60, History(Seen(0, 0, 100, "epoch 0"), Seen(60, 0, 100, "epoch 0"), Seen(65, 1, 100, "epoch 1")));

        Assert.Equal((100, 0.0), (reading.Open, reading.OpenUnseen));
    }

    [Fact]
    public void Upgrades_without_an_answer_are_named()
    {
        InstanceSample Begun(double second, long begun) =>
            Seen(second, 0, begun) with { Counters = new StackCounters(begun, begun, 0, 0, 0) };

        var reading = Reading(60, 60, History(Begun(0, 0), Begun(60, 40)));

        Assert.Contains("began 40 upgrades and 0 were answered with 101", Assert.Single(reading.Gaps), StringComparison.Ordinal);
        Assert.Equal(0, reading.Rates.Upgrades);
    }

    [Fact]
    public void A_stack_that_is_not_asked_any_more_is_out_of_sight() =>
        Assert.False(Reading(100, 60, History(Seen(0, 0), Seen(60, 1))).IsWhole);

    [Fact]
    public void A_draining_instance_is_named() =>
        Assert.Equal(
            "http://10.0.0.5:9901/ says that it is DRAINING",
            Assert.Single(Reading(60, 60, History(Seen(0, 0)).Then(Seen(60, 0) with { OutOfService = "DRAINING" })).Gaps));
}
