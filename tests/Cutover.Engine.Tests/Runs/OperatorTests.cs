using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;

namespace Cutover.Engine.Tests.Runs;

public sealed class OperatorTests
{
    [Fact]
    public async Task A_person_can_pause_resume_approve_and_roll_back()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.Approval));

        await engine.UntilAsync(run, view => view.Summary.Step == 1);
        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.Pause, "checking something"));
        await engine.UntilAsync(run, view => view.Summary is { Phase: RunPhase.Baking, Hold.Reason: HoldReason.Operator }
            && view.Gates.All(gate => gate.Target?.Verdict == Verdict.Passed));
        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.Resume));
        await engine.UntilPhaseAsync(run, RunPhase.AwaitingApproval);
        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.Approve));
        await engine.UntilPhaseAsync(run, RunPhase.Baking);
        Assert.Equal("0/100", engine.Weights());
        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.RollBack, "pager"));
        await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Equal("100/0", engine.Weights());
        Assert.IsType<ActRefused>(await engine.ActAsync(run, OperatorAct.RollBack));
        Assert.IsType<RunUnknown>(await engine.ActAsync(run + 1, OperatorAct.RollBack));
    }
}
