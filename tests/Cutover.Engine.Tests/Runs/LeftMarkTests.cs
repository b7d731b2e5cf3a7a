using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Runs;
using Cutover.Lab;

namespace Cutover.Engine.Tests.Runs;

public sealed class LeftMarkTests
{
    [Fact]
    public async Task The_mark_that_an_abandoned_run_left_gives_way_to_the_next_runs()
    {
        await using var engine = await LabEngine.StartAsync();
        var abandoned = await engine.StartRunAsync(engine.Playbook(SampleSteps.LongBake));
        await engine.UntilPhaseAsync(abandoned, RunPhase.Baking);
        await engine.ActAsync(abandoned, OperatorAct.Abandon, "another day");
        await engine.UntilPhaseAsync(abandoned, RunPhase.Abandoned);
        Assert.StartsWith($"{abandoned}-", MarkedRun(engine.Lab), StringComparison.Ordinal);

        var next = await engine.StartRunAsync(engine.Playbook("  - { weight: 60 %, bake: 1s }\n  - { weight: 100 %, bake: 1s }"));
        await engine.UntilPhaseAsync(next, RunPhase.Baking);
        Assert.StartsWith($"{next}-", MarkedRun(engine.Lab), StringComparison.Ordinal);
        await engine.UntilPhaseAsync(next, RunPhase.Completed);

        Assert.Equal(("0/100", null), (engine.Weights(), MarkedRun(engine.Lab)));
        (await engine.LedgerAsync(next)).AssertWhole();
    }

    private static string? MarkedRun(LabWorld lab) =>
        lab.Zone.Accepted.Find(OwnershipMark.NameFor(LabOptions.Record + "."), "TXT", null) is { } mark
            ? OwnershipMark.Parse(new RecordSet(mark.Name, mark.Type, null, null, mark.Ttl, mark.Values))?.Run
            : null;
}
