using Cutover.Core.Runs;
using Cutover.Engine.Runs;

namespace Cutover.Engine.Tests.Runs;

public sealed class AdvanceTests
{
    [Fact]
    public async Task A_healthy_target_gets_all_the_traffic_and_the_run_completes()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.Two));

        var view = await engine.UntilPhaseAsync(run, RunPhase.Completed);

        Assert.Equal("0/100", engine.Weights());
        Assert.Equal(1, view.Summary.AskedShare);
        Assert.Null(view.Summary.WakeAt);
        (await engine.LedgerAsync(run)).AssertWhole();
    }

    [Fact]
    public async Task A_second_run_on_the_same_record_is_refused_by_name()
    {
        await using var engine = await LabEngine.StartAsync();
        var first = await engine.StartRunAsync(engine.Playbook(SampleSteps.LongBake));

        var second = await engine.Runs.StartAsync(engine.Playbook(SampleSteps.Two), "bob", null, TestContext.Current.CancellationToken);

        var refused = Assert.IsType<PlanNotPossible>(Assert.IsType<RunNotStarted>(second).Plan);
        Assert.Contains(refused.Refusals, refusal => refusal.Message == $"the open run #{first} moves it");
    }
}
