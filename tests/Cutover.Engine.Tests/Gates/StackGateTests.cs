using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Engine.StackStatistics;
using Cutover.Engine.Tests.Probes;
using Cutover.Engine.Tests.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Engine.Tests.Gates;

/// <summary>Gates on what the lab's stacks tell of themselves, in real runs.</summary>
public sealed class StackGateTests
{
    [Fact]
    public async Task A_healthy_stack_passes_and_the_run_goes_on_to_its_end()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(Playbook(
            engine, "5xx", "<= 20 %", "[{ weight: 50 %, bake: 3s }, { weight: 100 %, bake: 3s }]", "{ holdAfter: 1m, rollBackAfter: 3m }"));

        var passed = await engine.UntilAsync(run, seen => seen.Gates[0].Target?.Verdict == Verdict.Passed);
        await engine.UntilPhaseAsync(run, RunPhase.Completed);

        Assert.Equal((0.0, true), (passed.Gates[0].Target!.Value, passed.Gates[0].Target!.Samples > 0));
    }

    [Fact]
    public async Task A_stack_that_counts_5xx_takes_the_traffic_back()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(Playbook(engine, "5xx", "<= 20 %"));
        await engine.UntilAsync(run, seen => seen.Summary.Phase == RunPhase.Baking && seen.Gates[0].Target?.Verdict == Verdict.Passed);

        engine.Lab.Target.Dials.RefuseHandshakes = 100;
        var back = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Contains("watched on Envoy", back.RollbackReason, StringComparison.Ordinal);
        Assert.Equal("100/0", engine.Weights());
    }

    [Fact]
    public async Task A_stack_that_counts_more_5xx_than_the_other_takes_the_traffic_back()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(Playbook(engine, "5xx", "<= 1.5 x source", noData: "{ holdAfter: 1m, rollBackAfter: 3m }"));
        await engine.UntilAsync(run, seen => seen is { Summary.Phase: RunPhase.Baking, Gates: [{ Target.Samples: > 0 }] });

        engine.Lab.Target.Dials.RefuseHandshakes = 100;
        var back = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Matches(@"watched on Envoy: [0-9.]+ % \(n = [0-9,]+\) against 0 % \(n = [0-9,]+\) on HAProxy", back.RollbackReason);
        Assert.Equal("100/0", engine.Weights());
    }

    [Fact]
    public async Task A_stack_whose_statistics_are_out_of_sight_is_no_pass()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await engine.StartRunAsync(Playbook(engine, "upgrades", ">= 1"));
        await engine.UntilAsync(run, seen => seen.Gates[0].Target?.Verdict == Verdict.Passed);

        await engine.Lab.TargetStatistics.DisposeAsync();
        var held = await engine.UntilAsync(
            run, seen => seen.Summary.Hold?.Reason == HoldReason.NoData && seen.Gates[0].Target!.Verdict == Verdict.Errored);

        Assert.Contains("is out of sight since", held.Gates[0].Target!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_sees_new_connections_move_first_and_the_open_ones_follow()
    {
        await using var engine = await LabEngine.StartAsync();
        var playbook = Playbook(engine, "upgrades", ">= 0", "[{ weight: 100 %, bake: 60s }]", "{ holdAfter: 1m, rollBackAfter: 3m }");
        var stacks = ((PlaybookAccepted)PlaybookReader.Read(playbook)).Playbook.Stacks;
        await using var watch = new StackWatch(
            new StatisticsOptions { Interval = TimeSpan.FromMilliseconds(100) }, TimeProvider.System, NullLogger<StackWatch>.Instance);
        await using var clock = new ConnectionClock(watch, stacks);
        await UntilAsync(clock, () => clock.Read() is { Resident.Percent: 0, Residents: >= 10 });

        await engine.StartRunAsync(playbook);
        await UntilAsync(clock, () => clock.Read() is { New.Percent: > 0 } shares && shares.Low.Percent >= 90);

        Assert.True(clock.Read().Churn.PerMinute > 1, "connections of three seconds end twenty times a minute");
        Assert.InRange(engine.Lab.Shares().ConnectionShare, 0.5, 1);
    }

    private static string Playbook(
        LabEngine engine,
        string measure,
        string objective,
        string steps = "[{ weight: 50 %, bake: 60s }, { weight: 100 %, bake: 1s }]",
        string noData = "{ holdAfter: 15s, rollBackAfter: 60s }") => $$"""
        version: 1
        name: one-gate
        records:
          - { zone: lab.example, name: wss-primary.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, statistics: [{ haproxy: "{{engine.Lab.SourceStatistics.Endpoint}}stats;csv" }] }
          target: { name: Envoy, setIdentifier: envoy, statistics: [{ envoy: "{{engine.Lab.TargetStatistics.Endpoint}}" }] }
        gates:
          watched: { stack: {{measure}}, objective: "{{objective}}", window: 3s, freshness: 2s }
        steps: {{steps}}
        noData: {{noData}}
        """;

    private static async Task UntilAsync(ConnectionClock clock, Func<bool> reached)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Check()
        {
            if (reached())
            {
                met.TrySetResult();
            }
        }

        clock.Counted += Check;
        Check();
        await met.Task.Guarded();
        clock.Counted -= Check;
    }
}
