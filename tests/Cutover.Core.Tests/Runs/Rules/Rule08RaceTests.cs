using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using CsCheck;

namespace Cutover.Core.Tests.Runs.Rules;

/// <summary>Both stacks break by a common cause, and the target is the first to have missed often enough.</summary>
public sealed class Rule08RaceTests
{
    private static readonly Gate Gate = SamplePlans.Handshakes;

    [Fact]
    public void A_target_that_fails_one_measurement_before_the_source_does_not_go_back_onto_it()
    {
        var run = Play(Gate.Breach, [(true, false), (true, true), (true, true)]);
        Assert.Equal((false, HoldReason.BothStacksFail), (run.State.Phase.IsRollback(), run.State.Hold?.Reason));
    }

    [Fact]
    public void A_target_goes_back_as_soon_as_the_source_meets_the_objective_again()
    {
        var run = Play(Gate.Breach, [(true, false), (true, true)]);
        Assert.False(run.State.Phase.IsRollback());
        Assert.Contains("HAProxy missed as well: its next measurement, within 2.5 s", run.Last.Decision.Reason, StringComparison.Ordinal);
        Assert.True(Play(Gate.Breach, [(true, false), (true, true), (true, false)]).State.Phase.IsRollback());
    }

    [Fact]
    public void The_same_measurement_judged_again_neither_ends_the_wait_nor_prolongs_it()
    {
        var run = Play(Gate.Breach, [(true, false), (true, true)]);
        var until = run.State.Gates[Gate.Name].Doubt!.Until;
        run.Send(run.Last.Event);
        Assert.Equal((false, until), (run.State.Phase.IsRollback(), run.State.Gates[Gate.Name].Doubt!.Until));
    }

    [Fact]
    public void A_source_that_is_not_measured_again_is_not_waited_for_much_longer_than_an_interval()
    {
        var run = Play(Gate.Breach, [(true, false), (true, true)]);
        Assert.True(run.State.WakeAt <= run.Now + (1.5 * Gate.Interval));
        run.Pass(1.5 * Gate.Interval);
        run.Send(new TickedEvent());
        Assert.True(run.State.Phase.IsRollback());
    }

    [Fact]
    public void The_wait_is_one_measurement_and_none_where_the_source_meets_the_objective() => Gen.Select(
        Gen.Int[1, 4], Gen.Int[0, 3], Gen.Select(Gen.Bool, Gen.Bool).Array[1, 12])
        .Sample((breaches, more, misses) =>
        {
            var breach = new BreachRule(breaches, breaches + more);
            var waited = false;
            for (var count = 1; count <= misses.Length; count++)
            {
                var run = Play(breach, misses[..count]);
                var (target, source) = (Fails(breach, misses[..count], pair => pair.Item1), Fails(breach, misses[..count], pair => pair.Item2));
                var inDoubt = target && !source && misses[count - 1].Item2;
                if (run.State.Phase.IsRollback())
                {
                    Assert.True(target && !source && (!inDoubt || waited), "it went back where it should have waited");
                    return;
                }

                Assert.False(target && !source && (!inDoubt || waited), "it waited where it should have gone back");
                waited = inDoubt;
            }
        });

    private static bool Fails(BreachRule breach, (bool, bool)[] misses, Func<(bool, bool), bool> of) =>
        misses.TakeLast(breach.Of).Count(of) >= breach.Breaches;

    private static RunDriver Play(BreachRule breach, (bool Target, bool Source)[] misses)
    {
        var gate = Gate with { Breach = breach, Window = breach.Of * (Gate.Window / 3) };
        var run = new RunDriver(SamplePlans.Simple with { Playbook = SamplePlans.Simple.Playbook with { Gates = [gate] } }).PassPreflight();
        var readings = GateReadings.None;
        foreach (var (target, source) in misses)
        {
            run.Pass(gate.Interval);
            readings = readings.With(gate, Measured(target), Measured(source));
            var verdicts = GateJudge.Judge(gate, SamplePlans.Stacks, readings, run.Now);
            run.Send(new GateJudgedEvent(gate.Name, verdicts.Target, verdicts.Source));
        }

        return run;

        Measured Measured(bool isMiss) => new(run.Now - gate.Window, run.Now, isMiss ? 50 : 100, 100, []);
    }
}
