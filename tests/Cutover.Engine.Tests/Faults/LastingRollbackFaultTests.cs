using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Tests.Runs;

namespace Cutover.Engine.Tests.Faults;

/// <summary>Rollbacks of whole runs through faults that last until somebody mends them.</summary>
public sealed class LastingRollbackFaultTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(WireFault.Lasting), MemberType = typeof(WireFault))]
    public async Task A_rollback_goes_on_trying_says_why_and_gets_through_when_the_fault_lifts(string fault, string words)
    {
        await using var run = await FaultyRun.StartAsync();
        await run.BeginAsync(SampleSteps.LongBake);
        await run.UntilPhaseAsync(RunPhase.Baking);

        run.Turn(fault, on: true);
        Assert.IsType<ActDone>(await run.Engine.ActAsync(run.Id, OperatorAct.RollBack, "pager"));
        var said = await run.UntilSaidAsync($"Attempt 2 to apply wss-primary.lab.example A 100/0 failed: {words}");
        var late = await run.UntilAcceptedAsync(() => run.Turn(fault, on: false));
        await run.UntilPhaseAsync(RunPhase.RolledBack);

        output.WriteLine($"{fault}: accepted {late.TotalMilliseconds:0} ms after it lifted. {said}");
        Assert.Contains("Trying again in ", said, StringComparison.Ordinal);
        Assert.InRange(late, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await run.AssertEndsAsync("50/50", "100/0");
    }
}
