using Cutover.Core.Gates;
using Cutover.Engine.Tests.Runs;
using Cutover.Engine.Views;
using Cutover.Lab.CloudWatch;

namespace Cutover.Engine.Tests.Gates.CloudWatch;

/// <summary>Gates of all kinds in a real run, while CloudWatch breaks on the wire.</summary>
public sealed class FaultyCloudWatchTests
{
    [Fact]
    public async Task Whatever_the_kind_a_gate_that_cannot_be_read_is_errored_with_the_reason_and_passes_again_after()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(Playbook(engine));
        var faults = engine.Lab.CloudWatch.Faults;
        await engine.UntilAsync(run, All(Verdict.Passed, "meets"));

        faults.Forbidden = true;
        await engine.UntilAsync(run, All(Verdict.Errored, "CloudWatch forbids reading"));
        faults.Reset();
        await engine.UntilAsync(run, All(Verdict.Passed, "meets"));

        faults.PartialData = true;
        await engine.UntilAsync(run, All(Verdict.Errored, "CloudWatch gave only part of"));
        faults.Reset();
        await engine.UntilAsync(run, All(Verdict.Passed, "meets"));

        faults.ThrottleNext(100_000);
        await engine.UntilAsync(run, All(Verdict.Errored, "Throttling"));
        faults.Reset();
        await engine.UntilAsync(run, All(Verdict.Passed, "meets"));
    }

    [Fact]
    public async Task A_verdict_says_how_old_its_data_is_and_how_late_it_has_been()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(Playbook(engine));

        var view = await engine.UntilAsync(run, seen => seen.Gates[0].Source?.Lateness is not null);

        Assert.Contains("the newest data ended ", view.Gates[0].Source!.Words, StringComparison.Ordinal);
        Assert.InRange(view.Gates[0].Source!.Lateness!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    private static Func<RunView, bool> All(Verdict verdict, string words) => view => view.Gates.All(gate =>
        gate.Source?.Verdict == verdict && gate.Source.Words.Contains(words, StringComparison.Ordinal));

    private static string Playbook(LabEngine engine) => GatePlaybook.With(
        engine,
        """
        { cloudwatch: { namespace: Lab/Edge, metric: HandshakeErrors, dimensions: { Stack: "{stack}" }, stat: Sum, period: 1s, traffic: Handshakes }, kind: errors, objective: "< 1000", window: 2s, freshness: 10s }
          traffic: { cloudwatch: { namespace: Lab/Edge, metric: Handshakes, dimensions: { Stack: "{stack}" }, stat: Sum, period: 1s }, kind: traffic, objective: ">= 0", window: 1s, freshness: 10s }
          latency: { cloudwatch: { namespace: Lab/Edge, metric: HandshakeLatency, dimensions: { Stack: "{stack}" }, stat: p99, period: 1s }, kind: latency, objective: "<= 60000", window: 2s, freshness: 10s }
          share: { cloudwatch: { expression: "100 * errors / all", metrics: { all: { namespace: Lab/Edge, metric: Handshakes, dimensions: { Stack: "{stack}" }, stat: Sum }, errors: { namespace: Lab/Edge, metric: HandshakeErrors, dimensions: { Stack: "{stack}" }, stat: Sum } }, traffic: all, period: 1s }, kind: errors, objective: "<= 100", window: 2s, freshness: 10s }
        """.Trim(),
        "{ holdAfter: 10m, rollBackAfter: 30m }");
}
