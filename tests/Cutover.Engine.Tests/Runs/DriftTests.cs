using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Lab;

namespace Cutover.Engine.Tests.Runs;

public sealed class DriftTests
{
    [Fact]
    public async Task A_foreign_change_holds_the_run_and_is_not_overwritten_until_a_person_rolls_back()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.LongBake));
        await engine.UntilPhaseAsync(run, RunPhase.Baking);

        var target = engine.Lab.Zone.Accepted.Find(LabOptions.Record + ".", "A", LabWorld.TargetName)!;
        engine.Lab.Zone.Seed(target with { Weight = 77 });
        var drifted = await engine.UntilAsync(run, view => view.Summary.Hold?.Reason == HoldReason.Drifted);

        Assert.Contains("50/77", drifted.Drift, StringComparison.Ordinal);
        Assert.Equal("50/77", engine.Weights());
        Assert.IsType<ActRefused>(await engine.ActAsync(run, OperatorAct.Resume));
        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.RollBack, "taking it home"));
        await engine.UntilPhaseAsync(run, RunPhase.RolledBack);
        Assert.Equal("100/0", engine.Weights());
        Assert.Contains(
            (await engine.LedgerAsync(run)).Decisions,
            decision => decision.Reason.Contains("It replaced weights are", StringComparison.Ordinal));
    }
}
