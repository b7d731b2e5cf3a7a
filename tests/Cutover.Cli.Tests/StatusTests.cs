using System.Text.Json;
using Cutover.Cli.Tests.Hosting;
using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Views;

namespace Cutover.Cli.Tests;

public sealed class StatusTests : HostTest
{
    [Fact]
    public async Task Without_open_runs_it_says_so()
    {
        World.Start().Happen(new OperatorAskedEvent(OperatorAct.Abandon, "kim", "enough"));
        var ended = await RunAsync("status");
        Assert.Equal((0, "No run is open.\n"), (ended.Code, ended.Output));
        Assert.Empty((await RunAsync("status", "-o", "json")).Data<JsonElement[]>());
    }

    [Fact]
    public async Task Open_runs_are_listed_in_a_line_each()
    {
        World.Start().Happen(new OperatorAskedEvent(OperatorAct.Abandon, "kim", "enough"));
        World.Start().Settle();
        World.Start().Happen(new OperatorAskedEvent(OperatorAct.Pause, "kim", null));
        var ended = await RunAsync("status");
        Assert.Equal(3, ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Matches("(?m)^2 +wss-primary +Baking +1/3 +1 % Envoy ", ended.Output);
        Assert.Matches("(?m)^3 +wss-primary +Applying, held +1/3 ", ended.Output);
        Assert.Equal([3, 2], (await RunAsync("status", "-o", "json")).Data<RunSummaryView[]>().Select(run => run.Id));
    }

    [Fact]
    public async Task A_run_in_preflight_says_what_it_waits_for()
    {
        World.Start(inPreflight: true).Judge(Verdict.Inconclusive, 90);
        var ended = await RunAsync("status", "1");
        Assert.Contains("Preflight: nothing is written until every gate has passed on both stacks", ended.Output, StringComparison.Ordinal);
        Assert.Contains("handshakes on Envoy (90 %: Inconclusive)", ended.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_run_shows_steps_weights_and_gates_with_their_thresholds()
    {
        World.Start().Settle().Judge(Verdict.Passed, 99.75);
        var ended = await RunAsync("status", "1");
        Assert.Equal((0, string.Empty), (ended.Code, ended.Errors));
        Assert.Contains("Holding 1 % on Envoy under the gates", ended.Output, StringComparison.Ordinal);
        Assert.Matches("(?m)^wss-primary.lab.example A +100/0 +99/1 +1 % *$", ended.Output);
        Assert.Matches("(?m)^> 1 +1 % .* Current *$", ended.Output);
        Assert.Matches(@"(?m)^handshakes +>= 99.5 % +99.75 % \(n = 812\) Passed, .* 2 of 3 ", ended.Output);
    }

    [Fact]
    public async Task A_run_whose_stacks_name_no_statistics_says_what_nobody_sees()
    {
        World.Start().Settle();
        Assert.Matches(
            "(?m)^Conns No statistics named for the stacks: Cutover sees weights and answers, not connections. *$",
            (await RunAsync("status", "1")).Output);
    }

    [Fact]
    public async Task One_run_shows_where_new_connections_go_and_where_the_open_ones_are()
    {
        World.Start(Examples.CountedPlan).Settle();
        Assert.Matches("(?m)^Conns The connections of the stacks are not counted yet. *$", (await RunAsync("status", "1")).Output);

        World.Find(1)!.Count(3);
        var ended = await RunAsync("status", "1");
        Assert.Matches("(?m)^Conns New connections of the last two minutes: 1.2 % on Envoy. *$", ended.Output);
        Assert.Matches(
            @"(?m)^      Open connections: 0.3 % on Envoy, 0.5 % expected at [0-9: -]+ UTC \([0-9: -]+( at the earliest)?\), 0.95 % \(near the weight\) expected", ended.Output);
        Assert.Matches("(?m)^      1,000 are open, 100 of them end in a minute: they last 10m on average. *$", ended.Output);
        Assert.Contains(", connections >= 0.5 % and every gate has passed", ended.Output, StringComparison.Ordinal);

        var view = (await RunAsync("status", "1", "-o", "json")).Data<RunView>().Connections!;
        Assert.Equal((0.003, 600, 2), (view.OpenShare, view.MeanLifetimeSeconds, view.Forecasts.Length));
    }

    [Fact]
    public async Task Bounds_and_their_reason_are_said()
    {
        World.Start(Examples.CountedPlan).Settle().Count(3, "http://127.0.1.2:7002 is out of sight");
        var ended = await RunAsync("status", "1");
        Assert.Contains("Open connections: 0.3-100 % on Envoy", ended.Output, StringComparison.Ordinal);
        Assert.Matches("(?m)^      http://127.0.1.2:7002 is out of sight. *$", ended.Output);
    }

    [Fact]
    public async Task A_rollback_says_when_the_connections_on_the_target_are_gone()
    {
        var run = World.Start(Examples.CountedPlan).Settle();
        run.Happen(new OperatorAskedEvent(OperatorAct.RollBack, "kim", "enough"));
        run.Count(500);
        Assert.Matches(
            @"(?m)^      Open connections: 50 % on Envoy, below 1 % expected at [0-9: -]+ UTC \(", (await RunAsync("status", "1")).Output);
    }

    [Fact]
    public async Task One_run_as_json_is_the_hosts_view()
    {
        World.Start().Settle();
        Assert.Equal("99/1", (await RunAsync("status", "1", "-o", "json")).Data<RunView>().Records[0].Applied);
    }

    [Fact]
    public async Task A_run_that_does_not_exist_has_a_code_of_its_own()
    {
        var ended = await RunAsync("status", "7");
        Assert.Equal((7, string.Empty), (ended.Code, ended.Output));
        Assert.Contains("There is no run 7", ended.Errors, StringComparison.Ordinal);
    }
}
