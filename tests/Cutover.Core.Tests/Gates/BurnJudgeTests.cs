using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using static Cutover.Core.Tests.Gates.BurnGates;

namespace Cutover.Core.Tests.Gates;

public sealed class BurnJudgeTests
{
    /// <summary>SLO 99.9 % over 30 days, of which a run may spend 2 %: looks of 100 handshakes, and how many fail in which of them.</summary>
    public static TheoryData<int, int, int, int, Verdict, string> Rows => new()
    {
        { 12, 0, 0, 0, Verdict.Passed, "burns the 30-day budget 0x over the 2 min so far (14.4x fails), 0 of 1,200 handshakes failed, 0 % of the budget spent (2 % allowed)" },
        { 12, 3, 5, 5, Verdict.Passed, "burns the 30-day budget 2.5x over the 2 min so far (14.4x fails), 3 of 1,200 handshakes failed, 0.012 % of the budget spent (2 % allowed)" },
        { 3, 0, 0, 0, Verdict.Inconclusive, "burns the 30-day budget 0x over the 30 s so far (14.4x fails), 0 of 300 handshakes failed, 0 % of the budget spent (2 % allowed); too few to tell 14.4x from the SLO: about 360 are needed" },
        { 1, 2, 0, 0, Verdict.Inconclusive, "burns the 30-day budget 20x over the 10 s so far (14.4x fails), 2 of 100 handshakes failed, 0.008 % of the budget spent (2 % allowed); too few failures yet to be more than chance" },
        { 1, 10, 0, 0, Verdict.Failed, "burns the 30-day budget 100x over the 10 s so far (14.4x fails), 10 of 100 handshakes failed, 0.039 % of the budget spent (2 % allowed)" },
        { 12, 20, 0, 0, Verdict.Failed, "burns the 30-day budget 16.7x over the 2 min so far (14.4x fails), 20 of 1,200 handshakes failed, 0.077 % of the budget spent (2 % allowed)" },
        { 360, 2, 60, 359, Verdict.Failed, "burns the 30-day budget 16.7x over 1 h and 20x over 5 min (14.4x fails), 600 of 36,000 handshakes failed, 2.31 % of the budget spent (2 % allowed)" },
        { 720, 2, 500, 719, Verdict.Failed, "burns the 30-day budget 6.11x over the 2 h so far and 20x over 30 min (6x fails), 440 of 72,000 handshakes failed, 1.7 % of the budget spent (2 % allowed)" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_verdict_says_how_fast_the_budget_burns(int looks, int each, int first, int last, Verdict verdict, string words)
    {
        var judged = BurnGates.Judge(Handshakes, looks, look => look >= first && look <= last ? each : 0).Target;
        Assert.Equal($"refused on Envoy: {words}: {verdict}", judged.Words);
        Assert.Equal((verdict, $"{words}: {verdict}"), (judged.Verdict, judged.Arithmetic));
    }

    [Fact]
    public void A_single_failure_of_twenty_takes_nothing_back()
    {
        var judged = BurnGates.Judge(Handshakes, 1, GateReadings.None.With(Handshakes, Look(0, 1, 20), Look(0, 0, 20))).Target;
        Assert.Equal(Verdict.Inconclusive, judged.Verdict);
    }

    [Fact]
    public void A_run_that_has_spent_its_budget_fails_however_slowly_it_burns()
    {
        var judged = BurnGates.Judge(Handshakes, 1_200, look => look % 2).Target;
        Assert.Equal(
            "refused on Envoy: burns the 30-day budget 5x over 1 h and 5x over 5 min (14.4x fails), 180 of 36,000 handshakes failed, 2.31 % of "
                + "the budget spent (2 % allowed); this run spent 2.31 % of the 30-day error budget, 2 % allowed (burn 5x over 3.3 h, 600 of "
                + "120,000 handshakes failed): Failed",
            judged.Words);
        Assert.Equal(Verdict.Passed, BurnGates.Judge(BurnGates.Of(99.9m, budget: 3), 1_200, look => look % 2).Target.Verdict);
        Assert.Equal(Verdict.Passed, BurnGates.Judge(BurnGates.Of(99.9m, budget: null), 1_200, look => look % 2).Target.Verdict);
    }

    [Fact]
    public void A_few_failures_spend_no_budget_however_small_it_is()
    {
        var small = BurnGates.Of(99.9m, budget: 0.001m);
        Assert.Equal(Verdict.Inconclusive, BurnGates.Judge(small, 1, _ => 1).Target.Verdict);
        Assert.Equal(Verdict.Failed, BurnGates.Judge(small, 12, look => look % 2).Target.Verdict);
    }

    [Fact]
    public void What_is_over_burns_on_in_the_long_window_only()
    {
        var judged = BurnGates.Judge(BurnGates.Of(99.9m, budget: null), 400, look => look < 9 ? 100 : 0).Target;
        Assert.Equal(Verdict.Passed, judged.Verdict);
        Assert.Contains("burns the 30-day budget 0x over 1 h and 0x over 5 min (14.4x fails)", judged.Words, StringComparison.Ordinal);
        var sooner = BurnGates.Judge(BurnGates.Of(99.9m, budget: null), 120, look => look < 9 ? 100 : 0).Target;
        Assert.Contains("burns the 30-day budget 75x over the 20 min so far (6x fails)", sooner.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Failures_before_the_first_write_burn_and_spend_nothing()
    {
        var before = Enumerable.Range(0, 120).Aggregate(
            GateReadings.None, (all, look) => all.With(Handshakes, Look(look, look < 60 ? 100 : 0, isFree: look < 60), Look(look, 0)));
        Assert.Equal(TimeSpan.FromMinutes(10), before.Burn!.Target.Observed);
        Assert.Contains(", 0 % of the budget spent (2 % allowed): Failed", BurnGates.Judge(Handshakes, 120, before).Target.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_budget_is_the_targets_to_spend()
    {
        var judged = BurnGates.Judge(Handshakes, 1_200, _ => 0, look => look % 2);
        Assert.Equal((Verdict.Passed, Verdict.Passed), (judged.Target.Verdict, judged.Source!.Verdict));
    }

    [Fact]
    public void Beside_a_target_that_fails_a_source_that_burns_half_as_fast_is_no_place_to_go_back_to()
    {
        var (_, source) = BurnGates.Judge(Handshakes, 60, _ => 2, _ => 1);
        Assert.Equal(Verdict.Failed, source!.Verdict);
        Assert.EndsWith("; at least half as fast as the target, so going back would not help: Failed", source.Words, StringComparison.Ordinal);
        Assert.Equal(Verdict.Passed, BurnGates.Judge(Handshakes, 60, _ => 3, look => look % 2).Source!.Verdict);
    }

    [Fact]
    public void An_outage_of_both_that_is_over_never_leaves_the_target_alone_in_its_windows()
    {
        // The source had two thirds of the target's failures; look by look until the last of them is out of sight.
        var readings = GateReadings.None;
        for (var look = 0; look < 500; look++)
        {
            var isOut = look is >= 200 and < 212;
            readings = readings.With(Handshakes, Look(look, isOut ? 90 : 0), Look(look, isOut ? 60 : 0));
            var (target, source) = BurnGates.Judge(BurnGates.Of(99.9m, budget: null), look + 1, readings);
            Assert.False(target.Verdict == Verdict.Failed && source!.Verdict != Verdict.Failed, $"look {look}: {target.Words}");
        }
    }

    [Fact]
    public void A_source_that_burns_at_this_moment_fails_as_well_however_well_the_hour_was()
    {
        var (target, source) = BurnGates.Judge(Handshakes, 400, look => look >= 300 ? 6 : 0, look => look >= 390 ? 5 : 0);
        Assert.Equal((Verdict.Failed, Verdict.Failed), (target.Verdict, source!.Verdict));
        Assert.True(source.Missed);
        Assert.DoesNotContain("spent", source.Words, StringComparison.Ordinal);
    }

    public static TheoryData<string, Measurement, GateKind, Verdict> Faults => new()
    {
        { "; measuring, 30 s of 60 s seen: Inconclusive", new Filling(At(90), At(120)), GateKind.Probe, Verdict.Inconclusive },
        { "; no answer, which fails a probe: not one sample: Failed", new NoData(At(60), At(120), "not one sample"), GateKind.Probe, Verdict.Failed },
        { "; no data: absent: Inconclusive", new NoData(At(60), At(120), "absent"), GateKind.Errors, Verdict.Inconclusive },
        { "; could not be measured: broken: Errored", new NotMeasured(At(60), At(120), "broken"), GateKind.Probe, Verdict.Errored },
        { "; that data ended 60 s ago (limit 15 s): Inconclusive", new Measured(At(0), At(60), 0, 600, []), GateKind.Probe, Verdict.Inconclusive },
        { "; 19 samples in the last 60 s, fewer than the 20 that a verdict needs: Inconclusive", new Measured(At(60), At(120), 0, 19, []), GateKind.Probe, Verdict.Inconclusive },
        { "; the value is not a number: Inconclusive", new Measured(At(60), At(120), double.NaN, 600, []), GateKind.Probe, Verdict.Inconclusive },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_stack_that_is_not_seen_now_is_no_pass(string words, Measurement latest, GateKind kind, Verdict verdict)
    {
        var gate = Handshakes with { Kind = kind };
        var healthy = Enumerable.Range(0, 12).Aggregate(GateReadings.None, (all, look) => all.With(gate, Look(look, 0), Look(look, 0)));
        var judged = BurnGates.Judge(gate, 12, healthy.With(gate, latest, Look(12, 0))).Target;
        Assert.Equal(verdict, judged.Verdict);
        Assert.EndsWith(words, judged.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_counted_is_no_pass()
    {
        var measured = new Measured(At(0), At(60), 0, 600, []);
        var judged = BurnGates.Judge(Handshakes, 6, GateReadings.None.With(Handshakes, measured, measured)).Target;
        Assert.Equal((Verdict.Inconclusive, (double?)null), (judged.Verdict, judged.Value));
        Assert.Equal("refused on Envoy: nothing counted for the 30-day budget yet: Inconclusive", judged.Words);
    }

    [Fact]
    public void A_gate_that_knows_no_stacks_is_judged_once()
    {
        var both = Enumerable.Range(0, 12).Aggregate(GateReadings.None, (all, look) => all.With(Handshakes, Look(look, 100), null));
        var judged = BurnGates.Judge(Handshakes, 12, both);
        Assert.Null(judged.Source);
        Assert.StartsWith("refused on both stacks: burns the 30-day budget 1,000x over", judged.Target.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_counted_is_stored_with_its_measurement()
    {
        var look = Look(3, 7, isFree: true);
        var read = RunJson.Read<ImmutableArray<Measurement>>(RunJson.Write<ImmutableArray<Measurement>>([look]));
        Assert.Equal(look.Counts!.Value, read[0].Counts!.Value);
        Assert.DoesNotContain("counts", RunJson.Write<Measurement>(new NoData(At(0), At(1), "none")), StringComparison.Ordinal);
    }
}
