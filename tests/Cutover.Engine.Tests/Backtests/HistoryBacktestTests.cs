using Cutover.Core.Backtests;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Backtests;
using Cutover.Engine.Tests.Gates.CloudWatch;

namespace Cutover.Engine.Tests.Backtests;

public sealed class HistoryBacktestTests
{
    private const string Errors =
        """{ cloudwatch: { namespace: Lab/Edge, metric: Errors, dimensions: { Stack: "{stack}" }, stat: Sum, period: 1m, traffic: Handshakes }, kind: errors, objective: "< 5" }""";

    [Fact]
    public async Task Days_of_history_are_read_page_by_page_and_say_when_a_run_would_have_gone_home()
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync(pageSize: 1_000);
        const int Days = 2 * 24 * 60;
        Traffic(cloudWatch, Days);
        cloudWatch.Put("Errors", "envoy", Days, ago => ago is 300 or 299 ? 7 : null);

        var made = Assert.IsType<BacktestMade>(await RunAsync(cloudWatch, Errors, Days - 60, 60));

        Assert.Equal(BacktestEnd.RolledBack, made.Backtest.End);

        // The period of 300 minutes ago ended a minute later, and could be read two minutes after that.
        Assert.Equal(cloudWatch.Minute.AddMinutes(-297), made.Backtest.RollBack!.At);
        Assert.Equal(
            [Verdict.Passed, Verdict.Failed, Verdict.Passed],
            made.Backtest.Changes.Where(change => change.Stack == StackRole.Target).Select(change => change.Verdict));
        Assert.Empty(made.Notes);
        Assert.InRange(cloudWatch.Emulator.Counts.Requests("GetMetricData"), 6, 7);
    }

    [Fact]
    public async Task What_CloudWatch_cannot_replay_is_said_for_each_gate()
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync();
        cloudWatch.Emulator.Faults.AccessDenied = true;
        var gates = Errors + """

              alarm: { cloudwatch: { alarm: wss } }
              upgrades: { stack: upgrades, objective: ">= 1" }
              seconds: { cloudwatch: { namespace: Lab/Edge, metric: Handshakes, stat: Sum, period: 10s }, kind: traffic, objective: ">= 1" }
            """;

        var made = Assert.IsType<BacktestMade>(await RunAsync(cloudWatch, gates, 300, 60));

        Assert.Equal(BacktestEnd.NotJudged, made.Backtest.End);
        Assert.Equal(["alarm", "upgrades", "seconds", "watched"], made.Notes.Select(note => note.Gate));
        Assert.Equal("CloudWatch keeps periods of 10s for 3h only", made.Notes[2].Words);
        Assert.Contains("AccessDenied", made.Notes[3].Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, 300, "from must be before to, and to must not be in the future")]
    [InlineData(60, -5, "from must be before to, and to must not be in the future")]
    public async Task A_time_that_cannot_be_replayed_is_refused(int from, int to, string why)
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync();
        Assert.Equal(why, Assert.IsType<BacktestOutOfRange>(await RunAsync(cloudWatch, Errors, from, to)).Why);
    }

    private static void Traffic(EmulatedCloudWatch cloudWatch, int minutes)
    {
        cloudWatch.Put("Handshakes", "haproxy", minutes, _ => 60);
        cloudWatch.Put("Handshakes", "envoy", minutes, _ => 60);
    }

    private static Task<BacktestOutcome> RunAsync(EmulatedCloudWatch cloudWatch, string gate, int fromAgo, int toAgo) =>
        new HistoryBacktest(cloudWatch.Aws, new EngineOptions(), TimeProvider.System).RunAsync(
            EmulatedCloudWatch.Playbook.Replace("GATE", gate, StringComparison.Ordinal)
                .Replace("haproxy }", "haproxy, statistics: [{ haproxy: \"http://127.0.0.1:1/\" }] }", StringComparison.Ordinal)
                .Replace("envoy }", "envoy, statistics: [{ envoy: \"http://127.0.0.1:2/\" }] }", StringComparison.Ordinal),
            cloudWatch.Minute.AddMinutes(-fromAgo),
            cloudWatch.Minute.AddMinutes(-toAgo),
            null,
            TestContext.Current.CancellationToken);
}
