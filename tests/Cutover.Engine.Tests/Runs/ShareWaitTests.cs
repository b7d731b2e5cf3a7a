using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;

namespace Cutover.Engine.Tests.Runs;

/// <summary>
/// Steps that wait for the open connections, in real runs: both edges tell their statistics, and a name server that is frozen sends every
/// new connection to the source.
/// </summary>
public sealed class ShareWaitTests
{
    [Fact]
    public async Task A_step_waits_until_the_open_connections_have_followed_and_then_goes_on()
    {
        await using var engine = await LabEngine.StartAsync();
        engine.Lab.Dns.IsFrozen = true;
        var run = await engine.StartRunAsync(Playbook(
            engine, "[{ weight: 50 %, bake: 2s, until: connections >= 20 % }, { weight: 100 %, bake: 2s, until: connections >= 80 % }]"));

        await engine.UntilDecidedAsync(run, "The bake is over; waiting for connections >= 20 % (now ");
        Assert.Equal("50/50", engine.Weights());
        engine.Lab.Dns.IsFrozen = false;
        await engine.UntilPhaseAsync(run, RunPhase.Completed);

        Assert.Equal("0/100", engine.Weights());
        var ledger = await engine.LedgerAsync(run);
        ledger.AssertWhole();
        Assert.True(ledger.State.Connections!.Shares!.Low.Percent >= 80, "it ended before they had followed");
        AssertLeftWhenMet(ledger);
    }

    [Fact]
    public async Task A_share_that_is_not_reached_keeps_the_run_where_it_is_with_its_reason_until_a_person_skips()
    {
        await using var engine = await LabEngine.StartAsync();
        engine.Lab.Dns.IsFrozen = true;
        var run = await engine.StartRunAsync(Playbook(
            engine, "[{ weight: 50 %, bake: 2s, until: connections >= 20 % }, { weight: 100 %, bake: 2s }]"));

        await engine.UntilDecidedAsync(run, "waiting for connections >= 20 % (now ");
        var waiting = await engine.UntilAsync(run, view => view.Connections?.Forecasts.IsEmpty == false);
        Assert.Equal((RunPhase.Baking, (HoldView?)null, "50/50"), (waiting.Summary.Phase, waiting.Summary.Hold, engine.Weights()));
        Assert.Contains("connections >= 20 %", waiting.Summary.Next, StringComparison.Ordinal);
        Assert.Contains(waiting.Connections!.Words, words => words.StartsWith("Open connections: ", StringComparison.Ordinal));
        Assert.InRange(waiting.Connections.OpenHigh!.Value, 0, 0.19);

        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.Skip, "they are idle"));
        await engine.UntilPhaseAsync(run, RunPhase.Completed);
        (await engine.LedgerAsync(run)).AssertWhole();
    }

    [Fact]
    public async Task Statistics_out_of_sight_hold_the_run_and_a_rollback_is_made_all_the_same()
    {
        await using var engine = await LabEngine.StartAsync();
        engine.Lab.Dns.IsFrozen = true;
        var run = await engine.StartRunAsync(Playbook(
            engine,
            "[{ weight: 50 %, bake: 2s, until: connections >= 20 % }, { weight: 100 %, bake: 2s }]",
            "{ holdAfter: 12s, rollBackAfter: 5m }"));
        await engine.UntilDecidedAsync(run, "waiting for connections >= 20 % (now ");

        await engine.Lab.TargetStatistics.DisposeAsync();
        var held = await engine.UntilAsync(run, view => view.Summary.Hold is not null);
        Assert.Equal(HoldReason.ConnectionsUnseen, held.Summary.Hold!.Reason);
        Assert.Contains("is out of sight since", held.Summary.Hold.Words, StringComparison.Ordinal);
        Assert.Equal("50/50", engine.Weights());

        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.RollBack, "not like this"));
        await engine.UntilPhaseAsync(run, RunPhase.RolledBack);
        (await engine.LedgerAsync(run)).AssertWhole();
    }

    [Fact]
    public async Task A_run_without_such_a_step_shows_both_clocks_too_and_keeps_its_journal_small()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(Playbook(engine, "[{ weight: 100 %, bake: 60s }]"));

        var seen = await engine.UntilAsync(run, view => view.Connections is { OpenShare: >= 0.5, NewShare: > 0, MeanLifetimeSeconds: > 0 });
        Assert.Contains(seen.Connections!.Words, words => words.EndsWith(" on average.", StringComparison.Ordinal));

        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.RollBack, "enough seen"));
        var back = await engine.UntilAsync(run, view => view.Connections?.Forecasts is [{ Goal: ForecastGoal.Gone }]);
        Assert.Equal(0.01, back.Connections!.Forecasts[0].Share);
        await engine.UntilPhaseAsync(run, RunPhase.RolledBack);
        var ledger = await engine.LedgerAsync(run);
        Assert.InRange(ledger.Decisions.Count(decision => Happened(decision.Event) is ConnectionsCountedEvent), 1, 5);
    }

    // The decision that left a step is never made while the latest count says no.
    private static void AssertLeftWhenMet(RunLedger ledger)
    {
        ConnectionsCountedEvent? counted = null;
        var step = -1;
        foreach (var decision in ledger.Decisions)
        {
            counted = Happened(decision.Event) as ConnectionsCountedEvent ?? counted;
            if (decision.Step > step && step >= 0 && ledger.Plan.Steps[step].Step.Until is { } until)
            {
                Assert.True(until.IsMetBy(counted!.Shares), $"{until} was not met: {decision.Reason}");
            }

            step = decision.Step;
        }

        Assert.Equal(ledger.Plan.Steps.Length - 1, step);
    }

    private static RunEvent Happened(string text) => RunJson.Read<RunEvent>(text);

    private static string Playbook(LabEngine engine, string steps, string noData = "{ holdAfter: 60s, rollBackAfter: 5m }") => $$"""
        version: 1
        name: followed
        records:
          - { zone: lab.example, name: wss-primary.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://{{engine.Lab.Source.Address}}/", statistics: [{ haproxy: "{{engine.Lab.SourceStatistics.Endpoint}}stats;csv" }] }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://{{engine.Lab.Target.Address}}/", statistics: [{ envoy: "{{engine.Lab.TargetStatistics.Endpoint}}" }] }
        gates:
          handshakes: { probe: handshake-success, objective: ">= 90 %", window: 2s, minSamples: 2, breach: 3 of 3, freshness: 8s }
        steps: {{steps}}
        noData: {{noData}}
        dns: { observe: { answers: off } }
        """;
}
