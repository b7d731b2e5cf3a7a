using Cutover.Core.StackStatistics;
using static Cutover.Core.Tests.StackStatistics.Samples;

namespace Cutover.Core.Tests.StackStatistics;

public sealed class BackendLossTests
{
    [Theory]
    [InlineData(50, 0, 0, 0.004, 50, "a backend died under 50")]
    [InlineData(50, 10, 10, 0.004, 50, "it died, and came back with 10 new ones")]
    [InlineData(50, 49, 0, 0.004, 0, "one left")]
    [InlineData(50, 30, 0, 0.004, 0, "fewer than half: a bad minute, but not a dead backend")]
    [InlineData(4, 0, 0, 0.004, 0, "too few to tell")]
    [InlineData(50, 24, 0, 6.0, 0, "sessions of ten seconds: half of them gone in five is usual")]
    [InlineData(50, 0, 0, null, 50, "nothing is known of the churn, and all are gone at once")]
    [InlineData(5, 0, 0, null, 0, "nothing is known of the churn, and five may have left")]
    public void A_dead_backend_is_told_from_ordinary_ends(long before, long after, long upgrades, double? churn, long lost, string case_)
    {
        var found = BackendLosses.Find(Sample(0, before, 100), Sample(5, after, 100 + upgrades), churn is { } each ? new UsualEnds(each, 0) : null);

        Assert.True(lost == found.Sum(loss => loss.Lost), case_);
    }

    [Fact]
    public void A_backend_that_is_listed_no_more_has_lost_what_it_had() =>
        Assert.Equal(
            new BackendLoss(At(5), "app/app1", 40, 40),
            Assert.Single(BackendLosses.Find(Sample(0, 40, 100), Seen(5, 0), new UsualEnds(0.004, 0))));

    [Fact]
    public void A_loss_is_named_and_is_no_churn()
    {
        var history = History(Sample(0, 50, 100), Sample(60, 48, 100), Sample(65, 0, 100));
        var reading = Reading(65, 65, history);

        Assert.Equal(2, reading.Churn.Ended);
        Assert.Equal(48, Assert.Single(reading.Losses).Lost);
        Assert.Contains("lost 48 of 48 open connections to app/app1 at once, at 03:01:05", Assert.Single(reading.Gaps), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(3_000)]
    public void Connections_that_begin_and_end_between_two_looks_are_churn_and_no_loss(long open)
    {
        var looks = Enumerable.Range(0, 13).Select(look => Sample(5 * look, open, 100 + (50 * look))).ToArray();
        var reading = Reading(60, 60, History(looks));

        Assert.Empty(reading.Losses);
        Assert.Equal(600, reading.Churn.Ended);
    }

    /// <summary>At weight 0 the residents end (a quarter of them in each look), while the probes go on as ever.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(20)]
    public void A_stack_that_is_left_in_the_ordinary_course_has_lost_nothing(int handshakesPerSecond)
    {
        var begun = 100L;
        InstanceSample Look(int look, long open, int come) => Sample(5 * look, open, begun += come + (5 * handshakesPerSecond));
        var steady = Enumerable.Range(0, 12).Select(look => Look(look, 150, 37)).ToList();
        var leaving = Enumerable.Range(0, 12).Select(look => Look(12 + look, (long)(150 * Math.Pow(0.75, look + 1)), 0)).ToList();

        Assert.Empty(History([.. steady, .. leaving]).Losses);
    }

    [Fact]
    public void They_do_not_hide_the_loss_of_many_that_stay()
    {
        var looks = Enumerable.Range(0, 13).Select(look => Sample(5 * look, 3_000, 100 + (50 * look)));

        Assert.Equal(3_000, Assert.Single(Reading(65, 65, History([.. looks, Sample(65, 0, 700)])).Losses).Lost);
    }

    private static InstanceSample Sample(double second, long open, long upgrades) =>
        Seen(second, upgrades, open) with { Backends = [new BackendSample("app/app1", open, upgrades)] };
}
