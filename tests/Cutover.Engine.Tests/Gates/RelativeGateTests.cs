using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Tests.Runs;

namespace Cutover.Engine.Tests.Gates;

/// <summary>Gates that compare the target with the source, in real runs.</summary>
public sealed class RelativeGateTests
{
    private const string NoData = "{ holdAfter: 1m, rollBackAfter: 3m }";

    [Fact]
    public async Task A_target_that_refuses_more_than_the_source_takes_the_traffic_back()
    {
        await using var engine = await LabEngine.StartAsync();
        engine.Lab.Source.Dials.RefuseHandshakes = 5;
        engine.Lab.Target.Dials.RefuseHandshakes = 5;
        var run = await StartAsync(engine, "{ probe: handshake-failure, objective: \"<= 1.5 x source\", window: 3s, minSamples: 5 }");
        await PassesAsync(engine, run);

        engine.Lab.Target.Dials.RefuseHandshakes = 60;
        var back = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Contains("watched on Envoy: ", back.RollbackReason, StringComparison.Ordinal);
        Assert.Contains(" UTC the ratio is ", back.RollbackReason, StringComparison.Ordinal);
        Assert.EndsWith("against <= 1.5 x source: Failed", back.RollbackReason, StringComparison.Ordinal);
        Assert.Equal("100/0", engine.Weights());
    }

    [Fact]
    public async Task Stacks_that_break_together_are_no_failure_of_the_target()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await StartAsync(engine, "{ probe: handshake-failure, objective: \"<= 1.5 x source\", window: 3s, minSamples: 5 }");
        await PassesAsync(engine, run);

        engine.Lab.Source.Dials.RefuseHandshakes = 100;
        engine.Lab.Target.Dials.RefuseHandshakes = 100;
        var both = await engine.UntilAsync(
            run, seen => seen.Gates[0].Target!.Words.Contains("the source itself fails so often", StringComparison.Ordinal));

        Assert.Equal((Verdict.Inconclusive, "50/50"), (both.Gates[0].Target!.Verdict, engine.Weights()));
    }

    [Fact]
    public async Task A_slower_target_takes_the_traffic_back()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await StartAsync(engine, "{ probe: handshake-p50, objective: \"<= 1.5 x source + 20 ms\", window: 3s, minSamples: 5 }");
        await PassesAsync(engine, run);

        engine.Lab.Target.Dials.AddedLatency = TimeSpan.FromMilliseconds(200);
        var back = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.EndsWith("against <= 1.5 x source + 20 ms: Failed", back.RollbackReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_larger_share_of_errors_in_CloudWatch_takes_the_traffic_back()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await StartAsync(engine, GatePlaybook.Metric("HandshakeErrors", "errors", "<= 2 x source + 5 %", ", traffic: Handshakes"));
        await PassesAsync(engine, run);

        engine.Lab.Target.Dials.RefuseHandshakes = 100;
        var back = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Contains("against <= 2 x source + 5 %: Failed (", back.RollbackReason, StringComparison.Ordinal);
    }

    private static Task<long> StartAsync(LabEngine engine, string gate) => engine.StartRunAsync(GatePlaybook.With(engine, gate, NoData));

    private static async Task PassesAsync(LabEngine engine, long run) =>
        await engine.UntilAsync(run, seen => seen.Gates[0].Target?.Verdict == Verdict.Passed);
}
