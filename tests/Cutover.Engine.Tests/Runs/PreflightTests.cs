using Cutover.Core.Runs;
using Cutover.Engine.Runs;

namespace Cutover.Engine.Tests.Runs;

/// <summary>Before the first write, against real stacks.</summary>
public sealed class PreflightTests
{
    [Fact]
    public async Task A_source_that_refuses_handshakes_holds_the_run_and_nothing_is_written_until_it_heals()
    {
        await using var engine = await LabEngine.StartAsync();
        var batches = 0;
        engine.Lab.Zone.ChangeAccepted += _ => batches++;
        engine.Lab.Source.Dials.RefuseHandshakes = 50;
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.Two));

        var held = await engine.UntilAsync(run, view => view.Summary.Hold is not null);

        Assert.Equal((RunPhase.Preflight, HoldReason.Preflight), (held.Summary.Phase, held.Summary.Hold!.Reason));
        Assert.Contains("nothing was moved", held.Summary.Hold.Words, StringComparison.Ordinal);
        Assert.Equal(("100/0", 0), (engine.Weights(), batches));

        engine.Lab.Source.Dials.RefuseHandshakes = 0;
        await engine.UntilAsync(run, view => view.Gates.All(gate => gate.Source?.Verdict == Core.Gates.Verdict.Passed));
        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.Resume));
        await engine.UntilPhaseAsync(run, RunPhase.Completed);
        (await engine.LedgerAsync(run)).AssertWhole();
    }

    [Fact]
    public async Task A_run_in_preflight_outlives_its_host()
    {
        await using var engine = await LabEngine.StartAsync();
        engine.Lab.CloudWatch.Faults.Blind = true;
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.Two, FastLab.PatientNoData));
        await engine.UntilDecidedAsync(run, "Both stacks answer the same probe the same way.");

        await engine.RestartAsync();
        engine.Lab.CloudWatch.Faults.Blind = false;
        await engine.UntilPhaseAsync(run, RunPhase.Completed);

        (await engine.LedgerAsync(run)).AssertWhole();
    }
}
