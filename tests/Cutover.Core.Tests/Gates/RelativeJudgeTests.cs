using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Core.Tests.Gates;

public sealed class RelativeJudgeTests
{
    private static readonly Gate Failures = new(
        "refused",
        new WebSocketProbe(ProbeMeasure.HandshakeFailure),
        GateKind.Probe,
        new RelativeObjective(Comparison.LessOrEqual, 1.1, 0, ObjectiveUnit.Percent),
        Window: TimeSpan.FromMinutes(1), MinSamples: 50, BreachRule.Any, Freshness: TimeSpan.FromSeconds(15));

    [Fact]
    public void A_target_that_refuses_more_fails_with_effect_interval_and_p_value()
    {
        var verdict = Judge(Failures, Counted(30, (1, 300), (0, 300))).Target;
        Assert.Equal(Verdict.Failed, verdict.Verdict);
        Assert.StartsWith("refused on Envoy: 0.62 % (n = 600) against 0.05 % (n = 600) on HAProxy; since 12:00:00 UTC the ratio is at least ", verdict.Words, StringComparison.Ordinal);
        Assert.Contains("(n = 9,000/9,000), p = ", verdict.Words, StringComparison.Ordinal);
        Assert.EndsWith(" against <= 1.1 x source: Failed", verdict.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Stacks_that_refuse_alike_pass_and_say_what_would_have_failed()
    {
        var verdict = Judge(Failures, Counted(30, (1, 300), (1, 300))).Target;
        Assert.Equal(Verdict.Passed, verdict.Verdict);
        Assert.Contains(" % or more would have failed by now: Passed", verdict.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_stays_one_whatever_comes_after()
    {
        var failed = Counted(30, (1, 300), (0, 300));
        var after = Enumerable.Range(30, 10).Aggregate(failed, (all, k) => all.With(Stretch(k, (0, 300), (5, 300))));
        Assert.Equal(Verdict.Failed, Judge(Failures, after).Target.Verdict);
    }

    [Fact]
    public void Strong_suspicion_is_no_pass()
    {
        var verdict = Judge(Failures, Counted(8, (1, 300), (0, 300))).Target;
        Assert.Equal(Verdict.Inconclusive, verdict.Verdict);
        Assert.Contains("too suspicious to pass, too little to fail", verdict.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_handshakes_for_any_difference_to_show_are_no_pass()
    {
        var verdict = Judge(Failures with { MinSamples = 1 }, Counted(1, (0, 5), (0, 5))).Target;
        Assert.Equal(Verdict.Inconclusive, verdict.Verdict);
        Assert.Contains("too few handshakes yet for any difference to fail the gate", verdict.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Stacks_that_were_not_tried_equally_often_are_not_compared_and_somebody_is_told()
    {
        var verdict = Judge(Failures, Counted(30, (1, 300), (0, 200))).Target;
        Assert.Equal(Verdict.Inconclusive, verdict.Verdict);
        Assert.Equal(
            "the stacks were not tried equally often (9,000 and 6,000 handshakes ended), so the comparison is not to be trusted", verdict.Alarm);
        Assert.Null(Judge(Failures, Counted(30, (1, 300), (0, 299))).Target.Alarm);
    }

    public static TheoryData<string, Measurement, Verdict> Faults => new()
    {
        { "measuring, 30 s of 60 s seen", new Filling(At(0), At(30)), Verdict.Inconclusive },
        { "no data of HAProxy: not one sample", new NoData(At(0), At(60), "not one sample"), Verdict.Inconclusive },
        { "HAProxy could not be measured: broken", new NotMeasured(At(0), At(60), "broken"), Verdict.Errored },
        { "the data of HAProxy ended 240 s ago (limit 15 s)", new Measured(At(0), At(60), 0, 600, []), Verdict.Inconclusive },
        { "HAProxy has fewer samples than the 50 that a verdict needs", new Measured(At(240), At(300), 0, 49, []), Verdict.Inconclusive },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_source_that_cannot_be_seen_is_nothing_to_compare_with(string words, Measurement source, Verdict verdict)
    {
        var readings = GateReadings.None.With(Failures, new Measured(At(240), At(300), 0, 600, []), source, Stretch(0, (0, 3000), (0, 3000)));
        var judged = GateJudge.Judge(Failures, SamplePlans.Stacks, readings, At(300)).Target;
        Assert.Equal(verdict, judged.Verdict);
        Assert.Contains(words, judged.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_successes_the_failures_are_compared()
    {
        var success = Failures with
        {
            Source = new WebSocketProbe(ProbeMeasure.HandshakeSuccess),
            Goal = new RelativeObjective(Comparison.GreaterOrEqual, 0.99, 0, ObjectiveUnit.Percent),
        };
        Assert.Equal(Verdict.Passed, Judge(success, Counted(30, (3, 300), (0, 300), success)).Target.Verdict);
        Assert.Equal(Verdict.Failed, Judge(success, Counted(30, (12, 300), (0, 300), success)).Target.Verdict);
    }

    [Fact]
    public void A_slower_target_fails_by_its_percentile()
    {
        var gate = Failures with
        {
            Source = new WebSocketProbe(ProbeMeasure.HandshakeP99),
            Goal = new RelativeObjective(Comparison.LessOrEqual, 1.1, 0, ObjectiveUnit.Milliseconds),
        };
        var random = new Random(20261128);
        Assert.Equal(Verdict.Failed, Judge(gate, Timed(gate, random, 40, slower: 1.5)).Target.Verdict);
        Assert.Equal(Verdict.Passed, Judge(gate, Timed(gate, random, 40, slower: 1)).Target.Verdict);
        var early = Judge(gate, Timed(gate, random, 2, slower: 1)).Target;
        Assert.Contains("the source's own percentile is still being learnt (200 of 300 samples): Inconclusive", early.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dozen_periods_that_are_all_worse_fail_a_latency_of_CloudWatch()
    {
        var gate = SamplePlans.Errors with
        {
            Kind = GateKind.Latency, Goal = new RelativeObjective(Comparison.LessOrEqual, 1.1, 0, ObjectiveUnit.Number),
        };
        Assert.InRange(PeriodEvidence.Fewest, 10, 16);
        Assert.Equal(Verdict.Failed, Judge(gate, Periods(gate, PeriodEvidence.Fewest, 13)).Target.Verdict);
        Assert.Equal(Verdict.Inconclusive, Judge(gate, Periods(gate, 3, 13)).Target.Verdict);
        Assert.Contains(
            $"3 of the {PeriodEvidence.Fewest} periods that can fail the gate: Passed", Judge(gate, Periods(gate, 3, 11)).Target.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_stretch_counts_once()
    {
        var once = Evidence.For(Failures).With(Stretch(0, (1, 300), (0, 300)));
        Assert.Same(once, once.With(Stretch(0, (1, 300), (0, 300))));
    }

    [Fact]
    public void Periods_of_CloudWatch_are_paired_where_both_stacks_are_seen()
    {
        var gate = SamplePlans.Errors with { Goal = new RelativeObjective(Comparison.LessOrEqual, 1.1, 0, ObjectiveUnit.Percent) };
        var stretches = CloudWatchPeriods.Of(
            gate,
            ([new(At(10), 2, 1)], [new(At(0), 50, 1), new(At(10), 60, 1), new(At(20), 70, 1), new(At(30), 5, 1)]),
            ([], [new(At(10), 600, 1), new(At(20), 700, 1), new(At(30), 5, 1)]),
            At(35));
        Assert.Equal(
            [
                new CountedStretch(At(10), At(20), new(2, 60), new(0, 600)),
                new CountedStretch(At(20), At(30), new(0, 70), new(0, 700)),
            ],
            stretches);
    }

    private static GateVerdicts Judge(Gate gate, Evidence evidence)
    {
        var readings = new GateReadings(
            [new Measured(At(240), At(300), 0.62, 600, [])], [new Measured(At(240), At(300), 0.05, 600, [])], evidence);
        return GateJudge.Judge(gate, SamplePlans.Stacks, readings, At(300));
    }

    private static Evidence Counted(int stretches, (long, double) target, (long, double) source, Gate? gate = null) =>
        Enumerable.Range(0, stretches).Aggregate(Evidence.For(gate ?? Failures), (all, k) => all.With(Stretch(k, target, source)));

    private static Evidence Timed(Gate gate, Random random, int stretches, double slower) => Enumerable.Range(0, stretches).Aggregate(
        Evidence.For(gate), (all, k) => all.With(new TimedStretch(At(10 * k), At(10 * (k + 1)), Times(random, slower), Times(random, 1))));

    private static Evidence Periods(Gate gate, int count, double target) => Enumerable.Range(0, count).Aggregate(
        Evidence.For(gate), (all, k) => all.With(new PeriodStretch(At(60 * k), At(60 * (k + 1)), target, 10, 600, 600)));

    private static ImmutableArray<double> Times(Random random, double slower) =>
        [.. Enumerable.Range(0, 100).Select(_ => slower * (10 - (3 * Math.Log(1 - random.NextDouble()))))];

    private static CountedStretch Stretch(int k, (long Events, double Seen) target, (long Events, double Seen) source) =>
        new(At(30 * k), At(30 * (k + 1)), new Tally(target.Events, target.Seen), new Tally(source.Events, source.Seen));

    private static DateTimeOffset At(int seconds) => SamplePlans.Noon.AddSeconds(seconds);
}
