using Cutover.Cli.Tests.Hosting;
using Cutover.Cli.Tests.Processes;
using Cutover.Core.Backtests;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Backtests;
using Cutover.Engine.Views;

namespace Cutover.Cli.Tests;

public sealed class BacktestTests : HostTest
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(BacktestEnd.Passed, 0, "No gate would have stopped a run.")]
    [InlineData(BacktestEnd.RolledBack, 13, "A run would have been rolled back at 2026-03-01 12:11:00Z.")]
    [InlineData(BacktestEnd.Held, 14, "A run would have held at 2026-03-01 12:09:00Z, and not been rolled back.")]
    [InlineData(BacktestEnd.NotJudged, 15, "No gate could be judged.")]
    public async Task The_exit_code_says_how_it_would_have_ended(BacktestEnd end, int code, string words)
    {
        World.Backtest = Made(end);
        var ended = await CutoverProcess.RunAsync(Host.Url, Examples.Playbook, [], "backtest", "-", "--from", "2026-03-01T12:00Z", "--to", "1h");
        Assert.Equal((code, string.Empty), (ended.Code, ended.Errors));
        Assert.Contains(words, ended.Output, StringComparison.Ordinal);
        Assert.Equal(Noon, World.BacktestAsked!.From);
        Assert.InRange(DateTimeOffset.UtcNow - World.BacktestAsked.To!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(70));
    }

    [Fact]
    public async Task Every_change_of_verdict_and_what_was_left_out_is_shown()
    {
        World.Backtest = Made(BacktestEnd.RolledBack);
        var ended = await CutoverProcess.RunAsync(Host.Url, Examples.Playbook, [], "backtest", "-", "--run", "17");
        Assert.Matches("(?m)^2026-03-01 12:11:00Z +errors +Envoy +Failed +errors on Envoy: 7", ended.Output);
        Assert.Contains("not said: alarm: an alarm's past states are not asked for", ended.Output, StringComparison.Ordinal);
        Assert.Equal((17, null), (World.BacktestAsked!.Run, World.BacktestAsked.From));
    }

    [Fact]
    public async Task As_json_it_is_the_hosts_view()
    {
        World.Backtest = Made(BacktestEnd.RolledBack);
        var ended = await CutoverProcess.RunAsync(
            Host.Url, Examples.Playbook, [], "backtest", "-", "--from", "3h", "--late", "90s", "-o", "json");
        Assert.Equal((13, Noon.AddMinutes(11)), (ended.Code, ended.Data<BacktestView>().RollBack!.At));
        Assert.Equal(90, World.BacktestAsked!.LateSeconds);
    }

    [Fact]
    public async Task What_the_host_cannot_replay_is_a_wrong_command_line()
    {
        var ended = await CutoverProcess.RunAsync(Host.Url, Examples.Playbook, [], "backtest", "-", "--from", "3h");
        Assert.Equal((2, string.Empty), (ended.Code, ended.Output));
        Assert.Contains("from must be before to", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("say either --from, for CloudWatch's history, or --run, for what a run measured")]
    [InlineData("say either --from, for CloudWatch's history, or --run, for what a run measured", "--from", "3h", "--run", "1")]
    [InlineData("--late belongs to --from", "--run", "1", "--late", "2m")]
    [InlineData("\"yesterday\" is neither a time such as 2026-11-20T14:00Z nor how long ago, such as 3h", "--from", "yesterday")]
    [InlineData("\"0\" is not the number of a run", "--run", "0")]
    public async Task A_wrong_command_line_is_said_to_be_one(string expected, params string[] arguments)
    {
        var ended = await CutoverProcess.RunAsync(null, ["backtest", "a.yaml", .. arguments]);
        Assert.Equal((2, string.Empty), (ended.Code, ended.Output));
        Assert.Contains(expected, ended.Errors, StringComparison.Ordinal);
    }

    private static BacktestView Made(BacktestEnd end) => new(
        "wss-primary",
        "HAProxy",
        "Envoy",
        Noon,
        Noon.AddHours(1),
        end,
        new BacktestStop(Noon.AddMinutes(9), "errors", "errors has not passed for 120 s"),
        new BacktestStop(Noon.AddMinutes(11), "errors", "errors on Envoy: 7 misses < 5"),
        [new VerdictChange(Noon.AddMinutes(11), "errors", StackRole.Target, Verdict.Failed, "errors on Envoy: 7 misses < 5: Failed")],
        [new BacktestNote("alarm", "an alarm's past states are not asked for")]);
}
