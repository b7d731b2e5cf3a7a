using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;
using static Cutover.Core.Tests.StackStatistics.Samples;

namespace Cutover.Core.Tests.StackStatistics;

public sealed class SharesTests
{
    [Fact]
    public void The_two_clocks_are_told_apart()
    {
        var shares = TrafficShares.Of(
            Reading(60, 60, History(Seen(0, 0, 1_000), Seen(60, 50, 950))), Reading(60, 60, History(Seen(0, 0, 0), Seen(60, 50, 50))));

        Assert.Equal((50m, 5m), (shares.New!.Value.Percent, shares.Resident!.Value.Percent));
        Assert.Equal((shares.Low, shares.High), (shares.Resident.Value, shares.Resident.Value));
        Assert.Equal(100, shares.Churn.Ended);
        Assert.Equal(100 / 1_000.0, shares.Churn.PerMinute);
    }

    [Fact]
    public void A_source_out_of_sight_does_not_make_the_target_look_bigger()
    {
        var source = Reading(65, 60, History(Seen(0, 0, 60), Seen(60, 0, 60)).Unseen(65));
        var shares = TrafficShares.Of(source, Reading(65, 60, History(Seen(0, 0, 40), Seen(65, 0, 40))));

        Assert.Equal((40m, 40m, 100m), (shares.Resident!.Value.Percent, shares.Low.Percent, shares.High.Percent));
        Assert.False(new ConnectionShareCondition(new Share(45)).IsMetBy(shares));
    }

    [Fact]
    public void A_target_out_of_sight_is_not_believed_to_hold_what_it_had()
    {
        var target = Reading(65, 60, History(Seen(0, 0, 40), Seen(60, 0, 40)).Unseen(65));
        var shares = TrafficShares.Of(Reading(65, 60, History(Seen(0, 0, 60), Seen(65, 0, 60))), target);

        Assert.False(new ConnectionShareCondition(new Share(45)).IsToldBy(shares));
        Assert.Equal((40m, 0m, 40m), (shares.Resident!.Value.Percent, shares.Low.Percent, shares.High.Percent));
        Assert.False(new ConnectionShareCondition(new Share(30)).IsMetBy(shares));
    }

    [Fact]
    public void A_source_that_was_reloaded_still_counts_with_what_its_former_process_holds()
    {
        var reloaded = Seen(65, 0, 0, "pid 2") with { PredecessorLivesOn = true };
        var shares = TrafficShares.Of(
            Reading(65, 60, History(Seen(0, 0, 60), Seen(60, 0, 60)).Then(reloaded)), Reading(65, 60, History(Seen(0, 0, 40), Seen(65, 0, 40))));

        Assert.Equal(40m, shares.Low.Percent);
    }

    [Fact]
    public void A_source_instance_that_was_never_seen_may_hold_any_number()
    {
        var shares = TrafficShares.Of(
            Reading(60, 60, History(Seen(0, 0, 10), Seen(60, 0, 10)), History().Unseen(60)),
            Reading(60, 60, History(Seen(0, 0, 90), Seen(60, 0, 90))));

        Assert.Equal((0m, 90m), (shares.Low.Percent, shares.High.Percent));
        Assert.False(new ConnectionShareCondition(new Share(45)).IsMetBy(shares));
        Assert.False(new ConnectionShareCondition(new Share(45)).IsToldBy(shares));
    }

    [Fact]
    public void The_probes_own_connections_are_no_clients()
    {
        // A thousand clients of an hour on the source, and 10 held probes with 10 handshakes a second on both.
        var own = new OwnConnections(10, 10);
        var shares = TrafficShares.Of(
            Reading(60, 60, History(Seen(0, 0, 1_010), Seen(60, 616, 1_010))).Without(own),
            Reading(60, 60, History(Seen(0, 0, 10), Seen(60, 600, 10))).Without(own));

        Assert.Equal((0m, 0m, 0m), (shares.Resident!.Value.Percent, shares.High.Percent, shares.New!.Value.Percent));
        Assert.Equal((16.0, 16 / 1_000.0), (shares.Churn.Ended, shares.Churn.PerMinute));
    }

    [Fact]
    public void The_source_sees_the_rest()
    {
        var shares = new TrafficShares(Begin, new Share(50), new Share(30), new Share(20), new Share(60), 10, new Churn(0, 0), []).OfSource();

        Assert.Equal((50m, 70m, 40m, 80m), (shares.New!.Value.Percent, shares.Resident!.Value.Percent, shares.Low.Percent, shares.High.Percent));
    }

    [Fact]
    public void Nothing_open_is_no_share_and_meets_no_condition()
    {
        var empty = Reading(60, 60, History(Seen(0, 0), Seen(60, 0)));

        Assert.Null(TrafficShares.Of(empty, empty).Resident);
        Assert.False(new ConnectionShareCondition(new Share(1)).IsMetBy(TrafficShares.Of(empty, empty)));
    }

    [Fact]
    public void A_share_that_is_not_there_yet_is_told_where_everything_is_in_sight() => Assert.True(new ConnectionShareCondition(new Share(45)).IsToldBy(
        TrafficShares.Of(Reading(60, 60, History(Seen(0, 0, 90), Seen(60, 0, 90))), Reading(60, 60, History(Seen(0, 0, 10), Seen(60, 0, 10))))));

    [Fact]
    public void A_share_is_met_when_it_is_met_at_least() => Assert.True(new ConnectionShareCondition(new Share(45)).IsMetBy(
        TrafficShares.Of(Reading(60, 60, History(Seen(0, 0, 55), Seen(60, 0, 55))), Reading(60, 60, History(Seen(0, 0, 45), Seen(60, 0, 45))))));
}
