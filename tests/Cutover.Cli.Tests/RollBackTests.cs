using System.Text.Json;
using Cutover.Cli.Tests.Processes;
using Cutover.Core.Runs;

namespace Cutover.Cli.Tests;

public sealed class RollBackTests : HostTest
{
    private const string Weights = "Applies wss-primary.lab.example A 100/0, the weights before the run.";

    [Fact]
    public async Task Without_a_terminal_nothing_is_asked_and_the_exact_weights_are_printed()
    {
        var run = World.Start().Settle();
        var ended = await RunAsync("rollback", "--reason", "users complain");
        Assert.Equal((0, string.Empty), (ended.Code, ended.Errors));
        Assert.Contains($"Roll back to HAProxy (run 1): {Weights}", ended.Output, StringComparison.Ordinal);
        Assert.Equal(RunPhase.RollbackApplying, run.Phase);
    }

    [Fact]
    public async Task As_json_the_weights_are_in_the_data()
    {
        World.Start().Settle();
        var done = (await RunAsync("rollback", "1", "-o", "json")).Data<JsonElement>();
        Assert.StartsWith(Weights, done.GetProperty("effect").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_rollback_is_refused()
    {
        World.Start().Settle().Happen(new OperatorAskedEvent(OperatorAct.RollBack, "kim", null));
        var ended = await RunAsync("rollback");
        Assert.Equal((5, string.Empty), (ended.Code, ended.Output));
        Assert.Contains("rolling back already", ended.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "cutover playbook 1 > run-1.yaml && cutover rollback --break-glass --playbook run-1.yaml",
            ended.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watched_to_its_end_a_rollback_that_was_asked_for_is_a_success()
    {
        var run = World.Start().Settle();
        using var command = CutoverProcess.Start(Host.Url, "rollback", "--watch");
        await command.PrintsAsync("RollbackApplying");
        run.FinishRollback();
        var ended = await command.EndAsync();
        Assert.Equal(0, ended.Code);
        Assert.Contains("Rolled back to HAProxy", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_terminal_a_no_does_nothing()
    {
        var run = World.Start().Settle();
        using var command = CutoverProcess.StartOnTerminal(Host.Url, [], "rollback");
        await command.PrintsAsync("Roll back now? [y/N]");
        await command.SayAsync("n\n");
        var ended = await command.EndAsync();
        Assert.Equal(130, ended.Code);
        Assert.Contains(Weights, ended.Output, StringComparison.Ordinal);
        Assert.Equal(RunPhase.Baking, run.Phase);
    }

    [Fact]
    public async Task On_a_terminal_a_yes_rolls_back()
    {
        var run = World.Start().Settle();
        using var command = CutoverProcess.StartOnTerminal(Host.Url, [], "rollback");
        await command.PrintsAsync("Roll back now? [y/N]");
        await command.SayAsync("y\n");
        Assert.Equal(0, (await command.EndAsync()).Code);
        Assert.Equal(RunPhase.RollbackApplying, run.Phase);
    }

    [Fact]
    public async Task On_a_terminal_with_yes_nothing_is_asked()
    {
        World.Start().Settle();
        using var command = CutoverProcess.StartOnTerminal(Host.Url, [], "rollback", "--yes");
        var ended = await command.EndAsync();
        Assert.Equal(0, ended.Code);
        Assert.DoesNotContain("[y/N]", ended.Output, StringComparison.Ordinal);
    }
}
