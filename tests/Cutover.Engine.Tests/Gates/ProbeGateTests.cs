using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Tests.Runs;

namespace Cutover.Engine.Tests.Gates;

public sealed class ProbeGateTests
{
    private const string Handshakes =
        "{ probe: handshake-success, objective: \">= 90 %\", window: 3s, minSamples: 5, breach: 1 of 1 }";

    [Fact]
    public async Task A_gate_that_one_miss_fails_takes_the_run_back_when_the_target_refuses()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(GatePlaybook.With(engine, Handshakes, "{ holdAfter: 1m, rollBackAfter: 3m }"));
        await engine.UntilAsync(run, seen => seen.Summary.Phase == RunPhase.Baking && seen.Gates[0].Target?.Verdict == Verdict.Passed);

        engine.Lab.Target.Dials.RefuseHandshakes = 100;
        var back = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Contains("watched", back.RollbackReason, StringComparison.Ordinal);
        Assert.Equal("100/0", engine.Weights());
    }

    [Fact]
    public async Task A_secret_that_the_host_does_not_have_is_an_error_of_the_gate_and_never_a_pass()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(GatePlaybook.With(
            engine,
            Handshakes,
            "{ holdAfter: 1m, rollBackAfter: 3m }\nprobes: { header: { Authorization: { env: PROBE_NOBODY_HAS_SET } } }"));

        var view = await engine.UntilAsync(run, seen => seen.Gates[0].Target?.Verdict == Verdict.Errored);

        Assert.Contains("PROBE_NOBODY_HAS_SET", view.Gates[0].Target!.Words, StringComparison.Ordinal);
    }
}
