using Cutover.Core.Survival;

namespace Cutover.Core.Tests.Survival;

public sealed class AgeCliffTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Connections_that_all_die_at_five_minutes_show_an_idle_timeout()
    {
        var lives = Lives(18, i => Dropped(299.5 + (i * 0.05))).Concat(Lives(2, _ => Held(600))).Concat(Lives(30, i => Held(10 + i)));
        var report = SurvivalReport.Of([.. lives]);

        Assert.Equal((18, 20), (report.Cliff!.Died, report.Cliff.Reached));
        Assert.EndsWith("this looks like an idle timeout of 300 s", report.Describe("Envoy"), StringComparison.Ordinal);
        Assert.Contains("18 of 20 connections that reached the age of 300 s were dropped there", report.Describe("Envoy"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_age_that_nobody_sets_is_a_timeout_without_a_name() => Assert.EndsWith(
        "this looks like a timeout", AgeCliff.Find([.. Lives(10, i => Dropped(130 + (i * 0.1)))])!.ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_restart_that_hits_all_ages_is_no_cliff() => Assert.Null(AgeCliff.Find([.. Lives(100, i => Dropped(1 + (i * 6)))]));

    // As the connections of a probe are, which opens all of them when its run begins.
    [Fact]
    public void A_stall_that_strikes_connections_of_one_age_is_no_cliff() =>
        Assert.Null(AgeCliff.Find([.. Together(50, i => new HeldLife(TimeSpan.FromSeconds(95 + (i * 0.02)), Noon.AddSeconds(95 + (i * 0.2))))]));

    [Fact]
    public void The_second_time_that_they_die_at_one_age_it_is_a_timeout() => Assert.Equal(
        (20, 20),
        AgeCliff.Find([.. Together(20, i => new HeldLife(TimeSpan.FromSeconds(300 + (i % 10 * 0.02)), Noon.AddSeconds(i < 10 ? 300 : 602)))])
            is { Died: var died, Reached: var reached } ? (died, reached) : default);

    [Fact]
    public void Random_deaths_are_no_cliff()
    {
        var random = new Random(7);
        Assert.Null(AgeCliff.Find([.. Lives(2000, _ => Dropped(-300 * Math.Log(1 - random.NextDouble())))]));
    }

    [Fact]
    public void Few_deaths_are_no_cliff() => Assert.Null(AgeCliff.Find([.. Lives(4, _ => Dropped(60))]));

    [Fact]
    public void Many_survivors_at_that_age_are_no_cliff() =>
        Assert.Null(AgeCliff.Find([.. Lives(10, _ => Dropped(60)), .. Lives(11, _ => Held(61))]));

    [Fact]
    public void A_cliff_on_one_stack_alone_is_a_difference()
    {
        var envoy = SurvivalReport.Of([.. Lives(9, i => Dropped(299 + (i * 0.2)))]);

        Assert.Equal(
            "HAProxy drops nothing at the age of 299.8 s: Envoy has a timeout there that HAProxy does not have",
            envoy.Compare("Envoy", SurvivalReport.Of([Held(400)]), "HAProxy"));
        Assert.Equal(
            "no connection on HAProxy has reached the age of 299.8 s yet, so nobody knows whether it has that timeout",
            envoy.Compare("Envoy", SurvivalReport.Of([Held(300)]), "HAProxy"));
        Assert.Equal("HAProxy drops connections at about the same age as Envoy", envoy.Compare("Envoy", envoy, "HAProxy"));
        Assert.Null(SurvivalReport.Of([Held(400)]).Compare("HAProxy", envoy, "Envoy"));
    }

    [Fact]
    public void A_hundred_thousand_lives_are_judged_in_one_walk()
    {
        var random = new Random(11);
        var lives = Lives(100_000, i => i % 2 == 0 ? Dropped(60 + random.NextDouble()) : Held(60 * random.NextDouble())).ToArray();
        Assert.Equal(50_000, AgeCliff.Find(lives)!.Died);
    }

    [Fact]
    public void Drops_are_counted_over_all_the_time_that_was_held()
    {
        var report = SurvivalReport.Of([Dropped(600), Held(5400)]);

        Assert.Equal(10, report.PerThousandMinutes!.Value, 9);
        Assert.Equal(
            "HAProxy: 10 drops per 1,000 connection-minutes (95 % CI 0.25-55.7, 1 in 100 connection-minutes)", report.Describe("HAProxy"));
    }

    [Fact]
    public void Nothing_held_is_said_so() => Assert.Equal("HAProxy: no connection was held", SurvivalReport.Of([]).Describe("HAProxy"));

    private static HeldLife Dropped(double seconds) => new(TimeSpan.FromSeconds(seconds), Noon.AddSeconds(seconds));

    private static HeldLife Held(double seconds) => new(TimeSpan.FromSeconds(seconds));

    // Opened one after the other, ten seconds apart.
    private static IEnumerable<HeldLife> Lives(int count, Func<int, HeldLife> life) => Enumerable.Range(0, count)
        .Select(i => (Life: life(i), Opened: TimeSpan.FromSeconds(10 * i)))
        .Select(one => one.Life with { DroppedAt = one.Life.DroppedAt + one.Opened });

    private static IEnumerable<HeldLife> Together(int count, Func<int, HeldLife> life) => Enumerable.Range(0, count).Select(life);
}
