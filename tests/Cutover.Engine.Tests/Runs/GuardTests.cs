using Cutover.Core.Gates;
using Cutover.Core.Runs;

namespace Cutover.Engine.Tests.Runs;

public sealed class GuardTests
{
    [Fact]
    public async Task A_target_that_refuses_handshakes_loses_the_traffic_without_a_hand()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.LongBake));
        await engine.UntilPhaseAsync(run, RunPhase.Baking);

        engine.Lab.Target.Dials.RefuseHandshakes = 30;
        var view = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Equal("100/0", engine.Weights());
        Assert.Contains(" on Envoy", view.RollbackReason, StringComparison.Ordinal);
        (await engine.LedgerAsync(run)).AssertWhole();
    }

    [Fact]
    public async Task A_fault_of_both_stacks_holds_for_a_person()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.LongBake));
        await engine.UntilPhaseAsync(run, RunPhase.Baking);

        // Source first: the other way round there is a moment in which only the target fails.
        engine.Lab.Source.Dials.RefuseHandshakes = 100;
        await engine.UntilAsync(run, view => view.Gates.Any(gate => gate.Source?.Verdict == Verdict.Failed));
        engine.Lab.Target.Dials.RefuseHandshakes = 100;
        await engine.UntilAsync(run, view => view.Summary.Hold?.Reason == HoldReason.BothStacksFail);

        Assert.Equal("50/50", engine.Weights());
    }
}
