using Cutover.Cli.Tests.Hosting;
using Cutover.Cli.Tests.Processes;
using Cutover.Core.Gates;
using Cutover.Core.Runs;

namespace Cutover.Cli.Tests;

public sealed class WatchTests : HostTest
{
    [Fact]
    public async Task Each_notable_decision_is_a_line_until_the_run_completes()
    {
        var run = World.Start();
        using var command = CutoverProcess.Start(Host.Url, "watch");
        await command.PrintsAsync("Run 1 wss-primary (HAProxy → Envoy): Applying, step 1 of 3.");
        run.Settle();
        await command.PrintsAsync("Settled. Baking for 120 s.");
        run.Pass().Happen(new OperatorAskedEvent(OperatorAct.Approve, "kim", null, 1));
        run.Settle().Pass().Settle().Pass();
        var ended = await command.EndAsync();
        Assert.Equal((0, string.Empty), (ended.Code, ended.Errors));
        Assert.Equal(run.Decisions.Count(decision => decision.IsNotable && decision.Sequence > 1) + 2, ended.Output.Split('\n').Length - 1);
        Assert.Contains("Run 1 wss-primary (HAProxy → Envoy): Completed", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_for_logs_begins_and_ends_with_the_connections()
    {
        var run = World.Start(Examples.CountedPlan).Settle().Count(3);
        using var command = CutoverProcess.Start(Host.Url, "watch");
        await command.PrintsAsync("Open connections: 0.3 % on Envoy");
        run.Count(7).Happen(new OperatorAskedEvent(OperatorAct.Abandon, "kim", "enough"));
        Assert.Contains("Open connections: 0.7 % on Envoy", (await command.EndAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_a_gate_takes_back_ends_with_its_own_code()
    {
        var run = World.Start().Settle();
        using var command = CutoverProcess.Start(Host.Url, "watch", "1");
        await command.PrintsAsync("Baking");
        run.Judge(Verdict.Failed, 93.1);
        await command.PrintsAsync("handshakes on Envoy: 93.1 %: Failed");
        run.FinishRollback();
        Assert.Equal(8, (await command.EndAsync()).Code);
    }

    [Fact]
    public async Task A_run_that_is_over_is_not_waited_for()
    {
        World.Start().Happen(new OperatorAskedEvent(OperatorAct.Abandon, "kim", "enough"));
        Assert.Equal(9, (await RunAsync("watch", "1")).Code);
        Assert.Equal(7, (await RunAsync("watch", "2")).Code);
    }

    [Fact]
    public async Task As_json_every_line_is_a_document()
    {
        var run = World.Start().Settle();
        using var command = CutoverProcess.Start(Host.Url, "watch", "1", "--output", "json");
        await command.PrintsAsync("\"kind\":\"run\"");
        run.Happen(new OperatorAskedEvent(OperatorAct.RollBack, "kim", "users complain"));
        await command.PrintsAsync("users complain");
        run.FinishRollback();
        var ended = await command.EndAsync();
        Assert.Equal((8, string.Empty), (ended.Code, ended.Errors));
        var kinds = ended.Lines.Select(line => line.GetProperty("kind").GetString()).ToList();
        Assert.Equal(("run", "ended"), (kinds[0], kinds[^1]));
        Assert.All(kinds[1..^1], kind => Assert.Equal("decision", kind));
        Assert.Equal("RolledBack", ended.Lines[^1].GetProperty("run").GetProperty("summary").GetProperty("phase").GetString());
    }

    [Fact]
    public async Task A_restart_of_the_host_is_survived_and_said_and_nothing_is_lost()
    {
        var run = World.Start().Settle();
        var port = Host.Port;
        using var command = CutoverProcess.Start(Host.Url, "watch", "1");
        await command.PrintsAsync("Baking");
        await Host.DisposeAsync();
        await command.ComplainsAsync("does not answer");
        run.Happen(new OperatorAskedEvent(OperatorAct.Pause, "kim", "while nobody saw it"));
        await using var again = await ScriptedHost.StartAsync(World, port);
        await command.ComplainsAsync("answers again");
        await command.PrintsAsync("while nobody saw it");
        run.Happen(new OperatorAskedEvent(OperatorAct.Abandon, "kim", "enough"));
        var ended = await command.EndAsync();
        Assert.Equal(9, ended.Code);
        Assert.Equal(2, ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Single(ended.Output.Split('\n'), line => line.Contains("Paused by kim", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_restart_of_the_host_leaves_json_to_be_json_on_both_streams()
    {
        var run = World.Start().Settle();
        var port = Host.Port;
        using var command = CutoverProcess.Start(Host.Url, "watch", "1", "-o", "json");
        await command.PrintsAsync("\"kind\":\"run\"");
        await Host.DisposeAsync();
        await command.ComplainsAsync("does not answer");
        await using var again = await ScriptedHost.StartAsync(World, port);
        await command.ComplainsAsync("answers again");
        run.Happen(new OperatorAskedEvent(OperatorAct.Abandon, "kim", "enough"));
        var ended = await command.EndAsync();
        Assert.Equal((9, 3), (ended.Code, ended.Lines.Length));
        Assert.Equal(2, (ended with { Output = ended.Errors }).Lines.Length);
    }

    [Fact]
    public async Task Ctrl_C_stops_the_watching_and_leaves_the_run_alone()
    {
        var run = World.Start().Settle();
        var decided = run.Decisions.Length;
        using var command = CutoverProcess.Start(Host.Url, "watch", "1");
        await command.PrintsAsync("Baking");
        command.Interrupt();
        var ended = await command.EndAsync();
        Assert.Equal(130, ended.Code);
        Assert.Contains("Stopped watching. Run 1 goes on", ended.Errors, StringComparison.Ordinal);
        Assert.Equal((decided, true), (run.Decisions.Length, run.Summary.IsOpen));
    }

    [Fact]
    public async Task On_a_terminal_the_run_is_drawn_in_place_with_steps_gates_and_decisions()
    {
        var run = World.Start().Settle().Judge(Verdict.Passed, 99.75);
        using var command = CutoverProcess.StartOnTerminal(Host.Url, [], "watch", "1");
        await command.PrintsAsync("Ctrl-C stops the watching");
        run.Happen(new OperatorAskedEvent(OperatorAct.Pause, "kim", "smells"));
        await command.PrintsAsync("paused by kim: smells");
        run.Happen(new OperatorAskedEvent(OperatorAct.Abandon, "kim", "enough"));
        var ended = await command.EndAsync();
        Assert.Equal(9, ended.Code);
        Assert.All(
            ["99.75 % (n = 812)", ">= 99.5 %", "90/10", "Last decisions", "\u001b["],
            text => Assert.Contains(text, ended.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_a_terminal_NO_COLOR_is_honoured()
    {
        World.Start().Happen(new OperatorAskedEvent(OperatorAct.Abandon, "kim", "enough"));
        var colourful = CutoverProcess.StartOnTerminal(Host.Url, [], "status", "1");
        var plain = CutoverProcess.StartOnTerminal(Host.Url, [("NO_COLOR", "1")], "status", "1");
        Assert.Matches("\u001b\\[[0-9;]*3[0-9]|\u001b\\[[0-9;]*9[0-9]m", (await colourful.EndAsync()).Output);
        Assert.DoesNotMatch("\u001b\\[[0-9;]*3[0-9]|\u001b\\[[0-9;]*9[0-9]m", (await plain.EndAsync()).Output);
    }
}
