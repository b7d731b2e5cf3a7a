using System.Collections.Immutable;
using Cutover.Core.Backtests;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Backtests;

/// <summary>A quarter of an hour of one-minute data, judged every 10 s from the fifth minute on; data is two minutes late.</summary>
public sealed class BacktestTests
{
    private static readonly Gate Gate = SamplePlans.Errors with
    {
        Source = (CloudWatchMetric)SamplePlans.Errors.Source with { Period = TimeSpan.FromMinutes(1) },
        Window = TimeSpan.FromMinutes(1),
        Freshness = TimeSpan.FromMinutes(4),
    };

    private static readonly Playbook Playbook = SamplePlans.Playbook([], [Gate]) with
    {
        NoData = new NoDataPolicy(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)),
    };

    private static Playbook Comparing => Playbook with { Gates = [Gate with { Goal = new RelativeObjective(Comparison.LessOrEqual, 1.5, 0, ObjectiveUnit.Number) }] };

    [Fact]
    public void Healthy_history_passes_from_the_first_look_on()
    {
        var backtest = Judge(minute => 0, minute => 0);

        Assert.Equal((BacktestEnd.Passed, null, null), (backtest.End, backtest.Hold, backtest.RollBack));
        Assert.Equal([Verdict.Passed, Verdict.Passed], backtest.Changes.Select(change => change.Verdict));
    }

    [Fact]
    public void Errors_of_the_target_roll_back_when_their_period_could_be_read_and_not_before()
    {
        var backtest = Judge(minute => minute is 8 or 9 ? 7 : 0, minute => 0);

        // The period of 12:08 ended at 12:09 and came two minutes later.
        Assert.Equal((BacktestEnd.RolledBack, At(11)), (backtest.End, backtest.RollBack!.At));
        Assert.Contains("Errors on Envoy: 7 (n = 60) misses < 5", backtest.RollBack.Reason, StringComparison.Ordinal);
        Assert.Equal(
            [(At(5), Verdict.Passed), (At(11), Verdict.Failed), (At(13), Verdict.Passed)],
            backtest.Changes.Where(change => change.Stack == StackRole.Target).Select(change => (change.At, change.Verdict)));
    }

    [Fact]
    public void Errors_of_both_stacks_hold()
    {
        var backtest = Judge(minute => minute == 8 ? 7 : 0, minute => minute == 8 ? 9 : 0);

        Assert.Equal((BacktestEnd.Held, At(11)), (backtest.End, backtest.Hold!.At));
        Assert.Contains("fails on both stacks", backtest.Hold.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Blindness_holds_and_then_rolls_back()
    {
        // Nothing after 12:05, whose period ends at 12:06: fresh until 12:10, and last passed then.
        var backtest = Judge(minute => minute > 5 ? null : 0, minute => 0);

        Assert.Equal((At(12), At(15)), (backtest.Hold!.At, backtest.RollBack!.At));
        Assert.Contains("has not passed for 300 s", backtest.RollBack.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_that_burns_in_history_rolls_back_once_a_later_period_could_be_read()
    {
        var burn = Playbook with { Gates = [Gate with { Goal = new BurnObjective(95, TimeSpan.FromDays(30), null) }] };
        var backtest = Judge(minute => minute >= 8 ? 59 : 0, minute => 0, burn);

        // Three bad minutes of 11 burn 5.4 times; the fourth is counted once the period after it can be read, at 12:15.
        Assert.Equal((BacktestEnd.RolledBack, At(15)), (backtest.End, backtest.RollBack!.At));
        Assert.StartsWith(
            "Errors on Envoy: burns the 30-day budget 6.56x over the 12 min so far (6x fails)", backtest.RollBack.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_is_worse_than_the_source_in_history_rolls_back_a_gate_that_compares()
    {
        var backtest = Judge(minute => minute >= 5 ? 6 : 0, _ => 0, Comparing);

        Assert.Equal(BacktestEnd.RolledBack, backtest.End);
        Assert.InRange(backtest.RollBack!.At, At(9), At(13));
        Assert.Equal(BacktestEnd.Passed, Judge(minute => minute >= 5 ? 6 : 0, minute => minute >= 5 ? 6 : 0, Comparing).End);
    }

    [Fact]
    public void A_gate_that_compares_is_judged_on_the_windows_that_a_run_kept_each_counted_once()
    {
        Measured Of(int second, double value) => new(At(0).AddSeconds(second - 60), At(0).AddSeconds(second), value, 60, []);
        var kept = Enumerable.Range(0, 60).Select(look => 10 * look).Select(second => (second, OldStretches.Of(
            Comparing.Gates[0], Of(second, 4), Of(second, 0)))).ToList();
        var measured = kept.Select(look => new Measuring(Gate.Name, At(0).AddSeconds(look.second), Of(look.second, 4), Of(look.second, 0))
        {
            Stretches = look.Item2,
        }).ToList();

        var backtest = Backtest.Of(Comparing, measured);

        Assert.Equal(BacktestEnd.RolledBack, backtest.End);
        Assert.Matches("n = (180|240|300|360)/", backtest.RollBack!.Reason);
        Assert.Empty(OldStretches.Of(Comparing.Gates[0], Of(10, 4), Of(20, 0)));
        Assert.Empty(OldStretches.Of(Gate, Of(10, 4), Of(10, 0)));
    }

    [Fact]
    public void Nothing_judged_is_said() =>
        Assert.Equal(BacktestEnd.NotJudged, Backtest.Of(Playbook, []).End);

    [Fact]
    public void Measurements_of_a_run_are_judged_by_the_given_gates()
    {
        var stored = Enumerable.Range(0, 5).Select(minute => new Measuring(
            Gate.Name, At(minute), new Measured(At(minute - 1), At(minute), minute, 60, []), new Measured(At(minute - 1), At(minute), 0, 60, [])))
            .ToList();
        var strict = Playbook with { Gates = [Gate with { Goal = new Objective(Comparison.Less, 3, ObjectiveUnit.Number) }] };

        Assert.Equal(BacktestEnd.Passed, Backtest.Of(Playbook, stored).End);
        Assert.Equal(At(3), Backtest.Of(strict, stored).RollBack!.At);
    }

    [Fact]
    public void A_cut_of_history_has_the_periods_that_begin_in_it()
    {
        var history = new SeriesHistory([.. Enumerable.Range(0, 15).Select(minute => new DataPoint(At(minute), minute, 1))], []);

        Assert.Equal([3, 4, 5], history.Between(At(3), At(6)).Values.Select(point => point.Value));
        Assert.Empty(history.Between(At(6), At(3)).Values);
        Assert.Equal(15, history.Between(At(-5), At(90)).Values.Length);
    }

    [Theory]
    [InlineData(10, 3d / 24)]
    [InlineData(60, 15)]
    [InlineData(300, 63)]
    [InlineData(3600, 455)]
    public void Short_periods_are_kept_for_a_short_time(int seconds, double days) =>
        Assert.Equal(TimeSpan.FromDays(days), Retention.Of(TimeSpan.FromSeconds(seconds)));

    private static Backtest Judge(Func<int, double?> target, Func<int, double?> source, Playbook? playbook = null) => Backtest.Of(
        playbook ?? Playbook,
        Enumerable.Range(0, 61).Select(look => At(5).AddSeconds(10 * look)).Select(now => HistoryMeasurements.At(
            (playbook ?? Playbook).Gates[0], History(target), History(source), now, HistoryMeasurements.UsualLateness(TimeSpan.FromMinutes(1)))));

    /// <summary>Errors of each minute; null for a minute in which nobody was seen.</summary>
    private static SeriesHistory History(Func<int, double?> errors)
    {
        var minutes = Enumerable.Range(0, 15).Where(minute => errors(minute) is not null).ToList();
        return new SeriesHistory(
            [.. minutes.Where(minute => errors(minute) > 0).Select(minute => new DataPoint(At(minute), errors(minute)!.Value, 1))],
            [.. minutes.Select(minute => new DataPoint(At(minute), 60, 1))]);
    }

    private static DateTimeOffset At(int minutes) => SamplePlans.Noon.AddMinutes(minutes);
}
