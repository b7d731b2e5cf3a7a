using Cutover.Core.Backtests;
using Cutover.Core.Gates;
using Cutover.Engine.Backtests;
using Cutover.Engine.Tests.Gates;
using Cutover.Engine.Tests.Runs;

namespace Cutover.Engine.Tests.Backtests;

public sealed class RunBacktestTests
{
    [Fact]
    public async Task What_a_run_measured_is_judged_again_by_other_gates()
    {
        await using var engine = await LabEngine.StartAsync();
        var playbook = GatePlaybook.With(
            engine, GatePlaybook.Metric("Handshakes", "traffic", ">= 0"), "{ holdAfter: 10m, rollBackAfter: 30m }");
        var run = await engine.StartRunAsync(playbook);
        await engine.UntilAsync(run, seen => seen.Gates[0].Source?.Verdict == Verdict.Passed && seen.Gates[0].Target?.Value is > 0);

        var same = await RunAsync(engine, playbook, run);
        var other = await RunAsync(engine, playbook.Replace(">= 0", ">= 100000", StringComparison.Ordinal), run);
        var unknown = await engine.Host.Backtests.RunAsync(playbook, 4711, TestContext.Current.CancellationToken);

        Assert.Equal(BacktestEnd.Passed, same.Backtest.End);
        Assert.Empty(same.Notes);
        Assert.Contains(other.Backtest.Changes, change => change.Verdict == Verdict.Failed);
        Assert.Equal(new BacktestOfNoRun(4711), unknown);
    }

    private static async Task<BacktestMade> RunAsync(LabEngine engine, string playbook, long run) =>
        Assert.IsType<BacktestMade>(await engine.Host.Backtests.RunAsync(playbook, run, TestContext.Current.CancellationToken));
}
