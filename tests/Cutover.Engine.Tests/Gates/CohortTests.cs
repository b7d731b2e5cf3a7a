using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Tests.Probes;
using Cutover.Engine.Tests.Runs;

namespace Cutover.Engine.Tests.Gates;

/// <summary>Gates that are judged for each population of clients, against servers that treat one of them worse.</summary>
public sealed class CohortTests
{
    [Fact]
    public async Task A_target_that_refuses_only_one_path_holds_the_preflight_and_the_hold_names_the_cohort()
    {
        await using var source = await EchoServer.StartAsync();
        await using var target = await EchoServer.StartAsync();
        (target.RefuseWith, target.RefusedPath) = (403, "/mobile");
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(Playbook(source, target));

        var held = await engine.UntilAsync(run, view => view.Summary.Hold?.Reason == HoldReason.Preflight);

        Assert.Matches(
            @"Envoy fails handshakes\[mobile\]|HAProxy answers 101, Envoy 403 \(cohort mobile\)", held.Summary.Hold!.Words);
        Assert.DoesNotContain("desktop", held.Summary.Hold.Words, StringComparison.Ordinal);
        Assert.Equal("100/0", engine.Weights());
    }

    [Fact]
    public async Task A_target_that_comes_to_refuse_one_path_loses_the_traffic_and_the_breach_names_the_cohort()
    {
        await using var source = await EchoServer.StartAsync();
        await using var target = await EchoServer.StartAsync();
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(Playbook(source, target));
        await engine.UntilPhaseAsync(run, RunPhase.Baking);

        (target.RefuseWith, target.RefusedPath) = (403, "/mobile");
        var back = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Contains("handshakes[mobile] on Envoy", back.RollbackReason, StringComparison.Ordinal);
        Assert.DoesNotContain("desktop", back.RollbackReason, StringComparison.Ordinal);
        (await engine.LedgerAsync(run)).AssertWhole();
    }

    private static string Playbook(EchoServer source, EchoServer target) => $$"""
        version: 1
        name: cohorts
        records:
          - { zone: lab.example, name: wss-primary.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "{{source.Uri}}" }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "{{target.Uri}}" }
        cohorts:
          mobile: { path: /mobile, header: { User-Agent: okhttp } }
          desktop: { path: /, family: ipv4 }
        gates:
          handshakes:
            probe: handshake-success
            objective: ">= 99.5 %"
            window: 2s
            minSamples: 10
            cohorts: [mobile, desktop]
        steps:
          - { weight: 50 %, bake: 60s }
          - { weight: 100 %, bake: 1s }
        noData: { holdAfter: 1m, rollBackAfter: 3m }
        """;
}
