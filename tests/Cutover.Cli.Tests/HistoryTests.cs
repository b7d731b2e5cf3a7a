using System.Text.Json;
using Cutover.Cli.Tests.Hosting;
using Cutover.Core.Runs;
using Cutover.Engine.Views;

namespace Cutover.Cli.Tests;

public sealed class HistoryTests : HostTest
{
    [Fact]
    public async Task Runs_are_listed_open_ones_first_then_the_newest()
    {
        World.Start();
        World.Start().Happen(new OperatorAskedEvent(OperatorAct.Abandon, "kim", "enough"));
        World.Start().Happen(new OperatorAskedEvent(OperatorAct.Abandon, "kim", "enough"));
        Assert.Equal([1, 3, 2], (await RunAsync("history", "-o", "json")).Data<RunSummaryView[]>().Select(run => run.Id));
        Assert.Equal([1, 3], (await RunAsync("history", "--take", "2", "-o", "json")).Data<RunSummaryView[]>().Select(run => run.Id));
        Assert.Matches("(?m)^2 +wss-primary +Abandoned ", (await RunAsync("history")).Output);
    }

    [Fact]
    public async Task Without_runs_it_says_so() => Assert.Equal("There has been no run yet.\n", (await RunAsync("history")).Output);

    [Fact]
    public async Task The_log_of_a_run_is_in_its_order_and_without_the_heartbeat()
    {
        var run = World.Start().Settle();
        run.Happen(new TickedEvent());
        var ended = await RunAsync("history", "1");
        var lines = ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, string.Empty), (ended.Code, ended.Errors));
        Assert.Contains("#1     step 1 Applying          Started by kim.", lines[0], StringComparison.Ordinal);
        Assert.Contains("Settled. Baking for 120 s.", lines[^1], StringComparison.Ordinal);
        Assert.Equal(run.Decisions.Count(decision => decision.IsNotable), lines.Length);
    }

    [Fact]
    public async Task The_whole_log_has_the_heartbeat_as_well()
    {
        var run = World.Start().Settle();
        run.Happen(new TickedEvent());
        var log = (await RunAsync("history", "1", "--all", "-o", "json")).Data<DecisionView[]>();
        Assert.Equal(run.Decisions, log);
    }

    [Fact]
    public async Task A_log_that_is_cut_off_says_so()
    {
        World.Start().Settle();
        var ended = await RunAsync("history", "1", "--take", "2");
        Assert.Equal(2, ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Older decisions are left out", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_log_is_read_to_its_beginning()
    {
        var run = World.Start();
        foreach (var _ in Enumerable.Range(0, 1500))
        {
            run.Happen(new TickedEvent());
        }

        var log = (await RunAsync("history", "1", "--all", "--take", "5000", "-o", "json")).Data<DecisionView[]>();
        Assert.Equal(Enumerable.Range(1, 1501).Select(number => (long)number), log.Select(decision => decision.Sequence));
    }

    [Fact]
    public async Task The_playbook_of_a_run_is_printed_to_the_letter()
    {
        World.Start();
        Assert.Equal(Examples.Playbook, (await RunAsync("playbook", "1")).Output);
        Assert.Equal(
            Examples.Playbook, (await RunAsync("playbook", "1", "-o", "json")).Data<JsonElement>().GetProperty("playbook").GetString());
        Assert.Equal(7, (await RunAsync("history", "2")).Code);
    }

    [Fact]
    public async Task A_report_is_printed_to_the_letter_in_the_format_that_was_asked_for()
    {
        Assert.Equal("report of 1 as markdown\n", (await RunAsync("report", "1")).Output);
        Assert.Equal("report of 1 as html\n", (await RunAsync("report", "1", "--format", "html")).Output);
        Assert.Equal(
            "report of 1 as html\n",
            (await RunAsync("report", "1", "-f", "html", "-o", "json")).Data<JsonElement>().GetProperty("report").GetString());
        Assert.Equal(2, (await RunAsync("report", "1", "--format", "pdf")).Code);
    }
}
