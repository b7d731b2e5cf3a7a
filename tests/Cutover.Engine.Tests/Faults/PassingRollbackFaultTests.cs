using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Tests.Runs;

namespace Cutover.Engine.Tests.Faults;

/// <summary>Rollbacks of whole runs through faults of the wire that pass by themselves.</summary>
public sealed class PassingRollbackFaultTests
{
    [Theory]
    [MemberData(nameof(WireFault.Passing), MemberType = typeof(WireFault))]
    public async Task The_rollback_is_written_and_verified(string fault)
    {
        await using var run = await FaultyRun.StartAsync();
        await run.BeginAsync(SampleSteps.LongBake);
        await run.UntilPhaseAsync(RunPhase.Baking);

        run.Turn(fault, on: true);
        Assert.IsType<ActDone>(await run.Engine.ActAsync(run.Id, OperatorAct.RollBack, "pager"));
        await run.UntilPhaseAsync(RunPhase.RolledBack);

        await run.AssertEndsAsync("50/50", "100/0");
    }
}
