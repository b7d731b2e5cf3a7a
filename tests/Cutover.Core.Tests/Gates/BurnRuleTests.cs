using System.Collections.Immutable;
using CsCheck;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Core.Statistics;
using static Cutover.Core.Tests.Gates.BurnGates;

namespace Cutover.Core.Tests.Gates;

/// <summary>What holds of every burn, whatever was counted.</summary>
public sealed class BurnRuleTests
{
    // Looks of 10 s: failures, and how many handshakes besides.
    private static readonly Gen<ImmutableArray<(int Bad, int Good)>> Counted =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 200]).Array[1, 60].Select(looks => looks.ToImmutableArray());

    private static readonly Gen<decimal> Slo = Gen.OneOf(95m, 99m, 99.5m, 99.9m, 99.99m);

    [Fact]
    public void A_pass_has_samples_enough_to_have_failed_and_burns_below_every_factor() =>
        Gen.Select(Counted, Slo).Sample((looks, slo) =>
        {
            var gate = BurnGates.Of(slo, budget: null);
            var all = Read(gate, looks);
            if (BurnGates.Judge(gate, looks.Length, all).Target.Verdict == Verdict.Passed)
            {
                var total = looks.Sum(look => look.Bad + look.Good);
                var rate = ((BurnObjective)gate.Goal).ErrorRate;
                Assert.True(BurnTest.CanTell(total, rate, 14.4, looks.Length));
                Assert.True(all.Burn!.Target.Over(BurnWindows.Fast.Whole).Burn(rate) < 14.4);
            }
        });

    [Fact]
    public void Without_events_nothing_passes_and_nothing_fails() => Gen.Int[1, 60].Sample(looks => Assert.Equal(
        Verdict.Inconclusive,
        BurnGates.Judge(Handshakes, looks, Read(Handshakes, [.. Enumerable.Repeat((0, 0), looks)])).Target.Verdict));

    [Fact]
    public void More_traffic_that_fails_alike_burns_alike() => Gen.Select(Counted, Gen.Int[2, 10]).Sample((looks, times) => Assert.Equal(
        BurnGates.Judge(Handshakes, looks.Length, Read(Handshakes, looks)).Target.Value,
        BurnGates.Judge(
            Handshakes, looks.Length, Read(Handshakes, [.. looks.Select(look => (look.Bad * times, look.Good * times))])).Target.Value));

    [Fact]
    public void What_fails_goes_on_failing_when_more_had_failed() => Gen.Select(Counted, Gen.Int[1, 50]).Sample((looks, more) =>
    {
        if (BurnGates.Judge(Handshakes, looks.Length, Read(Handshakes, looks)).Target.Verdict == Verdict.Failed)
        {
            var worse = looks.SetItem(looks.Length - 1, (looks[^1].Bad + more, looks[^1].Good));
            Assert.Equal(Verdict.Failed, BurnGates.Judge(Handshakes, looks.Length, Read(Handshakes, worse)).Target.Verdict);
        }
    });

    [Fact]
    public void What_is_read_back_from_stored_measurements_is_what_was_counted() => Counted.Sample(looks =>
    {
        var counted = Read(Handshakes, looks).Burn!.Target;
        var read = looks.Select((look, k) => RunJson.Read<Measurement>(RunJson.Write(Look(k, look.Bad, look.Bad + look.Good))))
            .Aggregate(BurnEvidence.None, (all, one) => all.With(StackRole.Target, one)).Target;
        Assert.Equal(counted.Recent, read.Recent);
        Assert.Equal((counted.Spent, counted.Observed, counted.Looks), (read.Spent, read.Observed, read.Looks));
    });

    [Fact]
    public void The_same_events_count_once() => Counted.Sample(looks =>
    {
        var once = Read(Handshakes, looks).Burn!;
        var twice = looks.Select((look, k) => Look(k, look.Bad, look.Bad + look.Good)).Aggregate(once, (all, one) => all.With(StackRole.Target, one));
        Assert.Equal(once.Target, twice.Target);
    });

    [Fact]
    public void Pieces_of_a_second_and_of_ten_seconds_make_the_same_windows() => Counted.Sample(looks =>
    {
        var coarse = Read(Handshakes, looks).Burn!.Target;
        var fine = looks.SelectMany((look, k) => Enumerable.Range(0, 10).Select(second => new EventCount(
            At((10 * k) + second), At((10 * k) + second + 1), second == 0 ? look.Bad : 0, second == 0 ? look.Bad + look.Good : 0)))
            .Aggregate(BurnCounts.None, (all, one) => all.With(one));
        Assert.All(BurnWindows.All, pair => Assert.Equal(
            (coarse.Over(pair.Whole), coarse.Over(pair.Latest)), (fine.Over(pair.Whole), fine.Over(pair.Latest))));
        Assert.Equal(coarse.Recent.Length, fine.Recent.Length);
    });

    [Fact]
    public void Spent_is_the_average_burn_times_the_time_of_the_period() => Counted.Where(looks => looks.Any(look => look.Good > 0)).Sample(looks =>
    {
        var spent = Read(Handshakes, looks).Burn!.Target;
        var goal = (BurnObjective)Handshakes.Goal;
        var burn = looks.Sum(look => (double)look.Bad) / looks.Sum(look => look.Bad + look.Good) / 0.001;
        Assert.Equal(
            burn * looks.Length * 10 / (30 * 86_400), goal.Spent(spent.Spent.Rate / goal.ErrorRate, spent.Observed), 1e-9);
    });

    private static GateReadings Read(Gate gate, ImmutableArray<(int Bad, int Good)> looks) =>
        looks.Select((look, k) => (look, k)).Aggregate(GateReadings.None, (all, one) => all.With(
            gate, Look(one.k, one.look.Bad, one.look.Bad + one.look.Good), Look(one.k, 0)));
}
