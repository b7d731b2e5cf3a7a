using Cutover.Core.Runs;
using Cutover.Engine.Tests.Runs;

namespace Cutover.Engine.Tests.Faults;

/// <summary>Steps of whole runs through faults of the wire that pass by themselves.</summary>
public sealed class PassingStepFaultTests
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
}
