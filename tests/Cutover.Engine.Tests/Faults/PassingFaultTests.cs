using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Tests.Runs;

namespace Cutover.Engine.Tests.Faults;

/// <summary>Whole runs through faults of the wire that pass by themselves.</summary>
public sealed class PassingFaultTests
{
    [Theory]
    [MemberData(nameof(WireFault.Passing), MemberType = typeof(WireFault))]
    public async Task The_steps_are_written_once_each_and_the_run_completes(string fault)
    {
        await using var run = await FaultyRun.StartAsync();
        await run.BeginAsync(SampleSteps.Two);

        run.Turn(fault, on: true);
        await run.UntilPhaseAsync(RunPhase.Completed);

        await run.AssertEndsAsync("50/50", "0/100");
    }

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
