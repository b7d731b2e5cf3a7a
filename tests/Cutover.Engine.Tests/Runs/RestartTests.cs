using Cutover.Core.Runs;

namespace Cutover.Engine.Tests.Runs;

public sealed class RestartTests
{
    [Fact]
    public async Task A_run_goes_on_after_the_engine_was_restarted()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.Two));
        await engine.UntilPhaseAsync(run, RunPhase.Settling);

        await engine.RestartAsync();
        await engine.UntilPhaseAsync(run, RunPhase.Completed);

        Assert.Equal("0/100", engine.Weights());
        (await engine.LedgerAsync(run)).AssertWhole();
    }
}
