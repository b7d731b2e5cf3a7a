using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Tests.Runs;

namespace Cutover.Engine.Tests.Gates;

public sealed class CloudWatchGateTests
{
    [Fact]
    public async Task An_absent_error_metric_is_zero_where_the_traffic_metric_is_present()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(GatePlaybook.With(
            engine, GatePlaybook.Metric("HTTPCode_5XX", "errors", "< 5", ", traffic: Handshakes"), "{ holdAfter: 1m, rollBackAfter: 3m }"));

        var view = await engine.UntilAsync(run, seen => seen.Gates[0].Target?.Verdict == Verdict.Passed);

        Assert.Equal(0, view.Gates[0].Target!.Value);
    }

    [Fact]
    public async Task An_absent_error_metric_without_traffic_holds_the_preflight_and_takes_a_run_back_that_skipped_it()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(GatePlaybook.With(engine, GatePlaybook.Metric("HTTPCode_5XX", "errors", "< 5")));

        var waiting = await engine.UntilAsync(run, seen => seen.Summary.Hold?.Reason == HoldReason.Preflight);
        Assert.Contains("not passed within 4 s: watched on HAProxy", waiting.Summary.Hold!.Words, StringComparison.Ordinal);
        Assert.Equal("100/0", engine.Weights());
        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.Skip, "it will not come"));
        var held = await engine.UntilAsync(run, seen => seen.Summary.Hold?.Reason == HoldReason.NoData);
        var back = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Equal(Verdict.Inconclusive, held.Gates[0].Target!.Verdict);
        Assert.Contains("has not passed for", back.RollbackReason, StringComparison.Ordinal);
        Assert.Equal("100/0", engine.Weights());
    }

    [Fact]
    public async Task CloudWatch_going_blind_never_counts_as_a_pass()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(GatePlaybook.With(
            engine,
            GatePlaybook.Metric("HandshakeErrors", "errors", "< 5", ", traffic: Handshakes"),
            "{ holdAfter: 15s, rollBackAfter: 60s }"));
        await engine.UntilAsync(run, seen => seen.Gates[0].Target?.Verdict == Verdict.Passed);

        engine.Lab.CloudWatch.Faults.Blind = true;
        var held = await engine.UntilAsync(
            run, seen => seen.Summary.Hold?.Reason == HoldReason.NoData && seen.Gates[0].Target!.Verdict != Verdict.Passed);

        Assert.Contains("CloudWatch shows no HandshakeErrors", held.Gates[0].Target!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CloudWatch_that_may_not_be_read_is_an_error_with_its_reason()
    {
        await using var engine = await LabEngine.StartAsync();
        engine.Lab.CloudWatch.Faults.AccessDenied = true;
        var run = await engine.StartRunAsync(GatePlaybook.With(
            engine,
            GatePlaybook.Metric("HandshakeErrors", "errors", "< 5", ", traffic: Handshakes"),
            "{ holdAfter: 1m, rollBackAfter: 3m }"));

        var view = await engine.UntilAsync(run, seen => seen.Gates[0].Target?.Verdict == Verdict.Errored);

        Assert.Contains("AccessDenied", view.Gates[0].Target!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_that_clients_meet_take_the_traffic_back()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(GatePlaybook.With(
            engine,
            GatePlaybook.Metric("HandshakeErrors", "errors", "< 3", ", traffic: Handshakes"),
            "{ holdAfter: 1m, rollBackAfter: 3m }"));
        await engine.UntilPhaseAsync(run, RunPhase.Baking);

        engine.Lab.Target.Dials.RefuseHandshakes = 100;
        var back = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Contains("watched on Envoy", back.RollbackReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_latency_gate_counts_observations_and_not_datapoints()
    {
        await using var engine = await LabEngine.StartAsync();
        var gate =
            """{ cloudwatch: { namespace: Lab/Edge, metric: HandshakeLatency, dimensions: { Stack: "{stack}" }, stat: p99, period: 1s }, kind: latency, objective: "<= 5000", window: 2s, minSamples: 4, freshness: 2s }""";
        var run = await engine.StartRunAsync(GatePlaybook.With(engine, gate, "{ holdAfter: 1m, rollBackAfter: 3m }"));

        var view = await engine.UntilAsync(run, seen => seen.Gates[0].Source?.Verdict == Verdict.Passed);

        Assert.True(view.Gates[0].Source!.Samples >= 4);
    }
}
