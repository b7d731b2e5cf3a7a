using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Tests.Runs;

namespace Cutover.Engine.Tests.Faults;

/// <summary>Steps of whole runs through faults that last until somebody mends them.</summary>
public sealed class LastingStepFaultTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(WireFault.Lasting), MemberType = typeof(WireFault))]
    public async Task A_step_is_held_in_words_that_say_what_to_do_and_goes_on_when_it_is_resumed(string fault, string words)
    {
        await using var run = await FaultyRun.StartAsync();
        await run.BeginAsync(SampleSteps.Two);
        await run.UntilPhaseAsync(RunPhase.Baking);

        run.Turn(fault, on: true);
        var held = await run.Engine.UntilAsync(run.Id, view => view.Summary.Hold?.Reason == HoldReason.ChangeRefused);
        Assert.StartsWith(
            $"Route 53 does not take wss-primary.lab.example A 0/100: {words}", held.Summary.Hold!.Words, StringComparison.Ordinal);
        output.WriteLine(held.Summary.Hold.Words);
        Assert.Equal(["50/50"], run.Written);
        run.Turn(fault, on: false);
        Assert.IsType<ActDone>(await run.Engine.ActAsync(run.Id, OperatorAct.Resume));
        await run.UntilPhaseAsync(RunPhase.Completed);

        await run.AssertEndsAsync("50/50", "0/100");
    }
}
