using CsCheck;
using Cutover.Core.StackStatistics;
using static Cutover.Core.Tests.StackStatistics.Samples;

namespace Cutover.Core.Tests.StackStatistics;

/// <summary>Any order of restarts, absences and returns of an instance under steady traffic.</summary>
public sealed class InterleavingTests
{
    private const int PerSecond = 7;
    private const int Interval = 5;

    private enum Turn
    {
        Look,
        Vanish,
        Restart,
        ComeBack,
    }

    private static readonly Gen<Turn[]> Turns = Gen.Frequency(
        (6, Gen.Const(Turn.Look)), (3, Gen.Const(Turn.Vanish)), (1, Gen.Const(Turn.Restart)), (1, Gen.Const(Turn.ComeBack))).Array[2, 60];

    [Fact]
    public void No_rate_is_ever_negative_and_nothing_is_counted_twice() => Gen.Select(Turns, Gen.Bool).Sample((turns, named) =>
    {
        var world = new OneInstance(PerSecond, Interval, named);
        var history = new InstanceHistory("x");
        var before = StackCounters.Zero;
        foreach (var turn in turns)
        {
            history = history.Take(world.Play(turn == Turn.Restart, turn == Turn.Vanish, turn == Turn.ComeBack && named));
            var reading = StackReading.Of([history], world.Now, TimeSpan.FromSeconds(30));
            Assert.True(reading.Rates is { NewConnections: >= 0, Upgrades: >= 0, ConnectionErrors: >= 0, Responses5xx: >= 0 });
            Assert.True(reading.Churn.Ended >= 0 && reading.OpenUnseen >= 0);
            var totals = history.Points.IsEmpty ? StackCounters.Zero : history.Points[^1].Totals;
            Assert.False(totals.HasFallenSince(before));
            Assert.True(totals.Upgrades <= world.Upgrades, "more was counted than there was");
            before = totals;
        }
    });

    [Fact]
    public void Steady_traffic_looks_steady_whatever_vanishes_and_comes_back() => Turns.Sample(turns =>
    {
        var world = new OneInstance(PerSecond, Interval, named: true);
        var history = new InstanceHistory("x");
        foreach (var turn in turns)
        {
            history = history.Take(world.Play(restart: false, turn == Turn.Vanish, comeBack: false));
            var reading = StackReading.Of([history], world.Now, TimeSpan.FromSeconds(30));
            if (!reading.Counted.IsEmpty)
            {
                Assert.Equal(PerSecond, reading.Rates.Upgrades, 1e-6);
            }
        }
    });

    [Fact]
    public void A_restart_hides_no_more_than_what_came_between_the_last_look_and_the_restart() => Turns.Sample(turns =>
    {
        var world = new OneInstance(PerSecond, Interval, named: true);
        var history = new InstanceHistory("x");
        foreach (var turn in turns)
        {
            history = history.Take(world.Play(turn == Turn.Restart, turn == Turn.Vanish, comeBack: false));
        }

        if (history.Points.Length > 1)
        {
            var watched = (history.Points[^1].At - history.Points[0].At).TotalSeconds * PerSecond;
            Assert.InRange(history.Points[^1].Totals.Upgrades, watched - world.HiddenByRestarts, watched);
        }
    });

    [Fact]
    public void Open_connections_never_seem_to_go_away_with_the_process_that_reports_them() => Turns.Sample(turns =>
    {
        var world = new OneInstance(PerSecond, Interval, named: true);
        var history = new InstanceHistory("x");
        var known = 0.0;
        foreach (var turn in turns)
        {
            // Nothing ever ends here, and at most three processes follow each other, which is what a history remembers.
            history = history.Take(world.Play(turn == Turn.Restart && world.Processes < 4, turn == Turn.Vanish, turn == Turn.ComeBack));
            var reading = StackReading.Of([history], world.Now, TimeSpan.FromSeconds(30));
            Assert.True(reading.Open + reading.OpenUnseen >= known - 1e-6, "open connections fell though none ended");
            known = reading.Open + reading.OpenUnseen;
        }
    });
}
