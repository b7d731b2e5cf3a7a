using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Engine.Backtests;
using Cutover.Engine.Tests.Runs;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Tests.Gates;

/// <summary>Gates on how fast an error budget burns, in real runs.</summary>
public sealed class BurnGateTests
{
    private const string NoData = "{ holdAfter: 2m, rollBackAfter: 6m }";

    // Few handshakes tell a burn from 99 %, and one that all fail shows soon, however long all was well on a busy machine.
    private const string Handshakes = "{ probe: handshake-failure, burn: { slo: 99 % }, window: 3s, minSamples: 5 }";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_target_that_refuses_every_tenth_takes_the_traffic_back()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await StartAsync(engine, "{ probe: handshake-success, burn: { slo: 99.5 % }, window: 3s, minSamples: 5 }");
        await PassesAsync(engine, run);

        engine.Lab.Target.Dials.RefuseHandshakes = 10;
        var back = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.StartsWith("watched on Envoy: burns the 30-day budget ", back.RollbackReason, StringComparison.Ordinal);
        Assert.Contains(" handshakes failed, ", back.RollbackReason, StringComparison.Ordinal);
        Assert.Equal("100/0", engine.Weights());
        Assert.Equal(("burn < 14.4x of 99.5 % over 30d", 14.4, ObjectiveUnit.Burn, "in both windows"), Shown(back.Gates[0]));
        Assert.True(back.Gates[0].Target!.Value >= 6);
    }

    [Fact]
    public async Task Stacks_that_break_together_hold_for_a_person()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await StartAsync(engine, Handshakes);
        await PassesAsync(engine, run);

        // Source first: the other way round there is a moment in which only the target fails.
        engine.Lab.Source.Dials.RefuseHandshakes = 100;
        await engine.UntilAsync(run, seen => seen.Gates[0].Source!.Verdict == Verdict.Failed);
        engine.Lab.Target.Dials.RefuseHandshakes = 100;
        await engine.UntilAsync(run, seen => seen.Summary.Hold?.Reason == HoldReason.BothStacksFail);

        Assert.Equal("50/50", engine.Weights());
    }

    [Fact]
    public async Task What_a_run_has_spent_outlives_the_host()
    {
        await using var engine = await LabEngine.StartAsync();
        engine.Lab.Target.Dials.RefuseHandshakes = 12;
        var run = await StartAsync(
            engine, "{ probe: handshake-failure, burn: { slo: 95 %, over: 1d, budget: 0.05 % }, window: 3s, minSamples: 5 }");
        await PassesAsync(engine, run);
        await engine.UntilAsync(run, seen => Spent(seen) > 0.02);
        await engine.Host.DisposeAsync();
        var before = (await StoredAsync(engine, run))[^1];

        await engine.StartHostAsync();
        var back = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Contains(" of the 1-day error budget, 0.05 % allowed (burn ", back.RollbackReason, StringComparison.Ordinal);
        var stored = await StoredAsync(engine, run);
        var (bad, total) = stored.Single(sum => back.RollbackReason!.Contains(
            string.Create(CultureInfo.InvariantCulture, $", {sum.Bad:N0} of {sum.Total:N0} handshakes failed)"), StringComparison.Ordinal));
        Assert.True(before.Bad > 0 && bad > before.Bad && total > before.Total, $"{before} before the restart, {bad} of {total} in the end");
        Assert.Equal("100/0", engine.Weights());
    }

    [Fact]
    public async Task Errors_in_CloudWatch_burn_as_a_share_of_the_traffic()
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await StartAsync(
            engine,
            """{ cloudwatch: { namespace: Lab/Edge, metric: HandshakeErrors, dimensions: { Stack: "{stack}" }, stat: Sum, period: 1s, traffic: Handshakes }, kind: errors, burn: { slo: 98 % }, window: 2s }""");
        await PassesAsync(engine, run);

        engine.Lab.Target.Dials.RefuseHandshakes = 100;
        var back = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Contains(" HandshakeErrors of ", back.RollbackReason, StringComparison.Ordinal);
        Assert.Contains(" Handshakes, ", back.RollbackReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_stack_counts_burns_as_well()
    {
        await using var engine = await LabEngine.StartAsync();
        var playbook = GatePlaybook.With(engine, "{ stack: 5xx, burn: { slo: 98 % }, window: 3s, freshness: 2s }", NoData)
            .Replace("setIdentifier: haproxy,", $"setIdentifier: haproxy, statistics: [{{ haproxy: \"{engine.Lab.SourceStatistics.Endpoint}stats;csv\" }}],", StringComparison.Ordinal)
            .Replace("setIdentifier: envoy,", $"setIdentifier: envoy, statistics: [{{ envoy: \"{engine.Lab.TargetStatistics.Endpoint}\" }}],", StringComparison.Ordinal);
        var run = await engine.StartRunAsync(playbook);
        await PassesAsync(engine, run);

        engine.Lab.Target.Dials.RefuseHandshakes = 100;
        var back = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Contains(" 5xx of ", back.RollbackReason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Handshakes, true)]
    [InlineData("{ probe: handshake-success, objective: \">= 0 %\", window: 3s, minSamples: 5 }", true)]
    [InlineData("{ probe: round-trip-p50, objective: \"<= 5s\", window: 3s, minSamples: 5 }", false)]
    public async Task A_backtest_burns_what_an_earlier_run_counted(string gate, bool burns)
    {
        await using var engine = await LabEngine.StartAsync();
        var run = await StartAsync(engine, gate);
        await PassesAsync(engine, run);
        engine.Lab.Target.Dials.RefuseHandshakes = 100;
        var seen = (await engine.UntilAsync(run, _ => true)).Summary.Sequence;
        await engine.UntilAsync(run, view => view.Summary.Phase == RunPhase.RolledBack || view.Summary.Sequence > seen + 12);

        var strict = GatePlaybook.With(engine, "{ probe: handshake-success, burn: { slo: 99.5 % }, window: 3s, minSamples: 5 }", NoData);
        var made = Assert.IsType<BacktestMade>(await engine.Host.Backtests.RunAsync(strict, run, Cancellation));

        Assert.Equal(burns, made.Backtest.Changes.Any(change => change.Verdict == Verdict.Failed && change.Words.Contains("burns the 30-day budget", StringComparison.Ordinal)));
        Assert.Equal(!burns, made.Notes.Any(note => note.Words == "the run counted no events for it, so no budget burns"));
    }

    private static Task<long> StartAsync(LabEngine engine, string gate) => engine.StartRunAsync(GatePlaybook.With(engine, gate, NoData));

    private static async Task PassesAsync(LabEngine engine, long run) => await engine.UntilAsync(
        run, seen => seen.Summary.Phase == RunPhase.Baking && seen.Gates[0].Target?.Verdict == Verdict.Passed);

    private static (string, double?, ObjectiveUnit, string) Shown(GateView gate) => (gate.Objective, gate.Threshold, gate.Unit, gate.Breach);

    private static double Spent(RunView seen)
    {
        var words = seen.Gates[0].Target?.Words ?? string.Empty;
        var end = words.IndexOf(" % of the budget spent", StringComparison.Ordinal);
        return end < 0 ? 0 : double.Parse(
            words[(words.LastIndexOf(' ', end - 1) + 1)..end], CultureInfo.InvariantCulture);
    }

    /// <summary>What counted against the budget with each verdict, as the database has it.</summary>
    private static async Task<List<(long Bad, double Total)>> StoredAsync(LabEngine engine, long run)
    {
        await using var context = RunLedger.Open(engine.Database);
        var rows = await context.Verdicts.AsNoTracking().Where(row => row.RunId == run && row.Stack == StackRole.Target)
            .OrderBy(row => row.Id).ToListAsync(Cancellation);
        var sums = new List<(long Bad, double Total)> { (0, 0) };
        foreach (var count in rows.SelectMany(row => RunJson.Read<ImmutableArray<Measurement>>(row.Measurements)[^1].Counts ?? []))
        {
            sums.Add(count.IsFree ? sums[^1] : (sums[^1].Bad + count.Bad, sums[^1].Total + count.Total));
        }

        return [.. sums.Distinct()];
    }
}
