using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using CsCheck;

namespace Cutover.Core.Tests.Runs.Rules;

/// <summary>Both stacks break by a common cause, and the target is the first to cross a bound that the source is on its way to.</summary>
public sealed class Rule08NearTests
{
    private const double Bound = 5;

    private static readonly Gate Gate = SamplePlans.Handshakes with
    {
        Goal = new Objective(Comparison.Less, Bound, ObjectiveUnit.Number), Breach = new BreachRule(1, 1), Window = SamplePlans.Handshakes.Window / 3,
    };

    [Fact]
    public void A_target_just_over_the_bound_does_not_go_back_onto_a_source_just_under_it()
    {
        var run = Play((6, 4));
        Assert.False(run.State.Phase.IsRollback());
        Assert.Contains("HAProxy is on its way to the bound as well: its next", run.Last.Decision.Reason, StringComparison.Ordinal);
        Assert.Equal(HoldReason.BothStacksFail, Play((6, 4), (8, 7)).State.Hold?.Reason);
    }

    [Theory]
    [InlineData(6, 2)]
    [InlineData(20, 4)]
    [InlineData(6, 0)]
    public void A_source_that_is_well_or_far_better_than_the_target_is_gone_back_to_at_once(double target, double source) =>
        Assert.True(Play((target, source)).State.Phase.IsRollback());

    [Fact]
    public void However_near_the_source_stays_the_wait_is_one_measurement() =>
        Gen.Select(Gen.Double[Bound, 100], Gen.Double[0, 4.99]).Array[2, 6].Sample(pairs =>
            Assert.True(Play(pairs).State.Phase.IsRollback()));

    private static RunDriver Play(params (double Target, double Source)[] values)
    {
        var run = new RunDriver(SamplePlans.Simple with { Playbook = SamplePlans.Simple.Playbook with { Gates = [Gate] } }).PassPreflight();
        var readings = GateReadings.None;
        foreach (var (target, source) in values)
        {
            run.Pass(Gate.Interval);
            readings = readings.With(Gate, Measured(target), Measured(source));
            var verdicts = GateJudge.Judge(Gate, SamplePlans.Stacks, readings, run.Now);
            run.Send(new GateJudgedEvent(Gate.Name, verdicts.Target, verdicts.Source));
        }

        return run;

        Measured Measured(double value) => new(run.Now - Gate.Window, run.Now, value, 100, []);
    }
}
