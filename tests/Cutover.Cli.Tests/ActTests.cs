using System.Text.Json;
using Cutover.Core.Runs;

namespace Cutover.Cli.Tests;

public sealed class ActTests : HostTest
{
    [Fact]
    public async Task Pause_and_resume_reach_the_only_open_run()
    {
        var run = World.Start().Settle();
        var paused = await RunAsync("pause", "--reason", "smells");
        Assert.Equal(0, paused.Code);
        Assert.Contains($"Run 1: Paused by {Environment.UserName}: smells.", paused.Output, StringComparison.Ordinal);
        Assert.NotNull(run.Summary.Hold);
        Assert.Equal(0, (await RunAsync("resume", "1")).Code);
        Assert.Null(run.Summary.Hold);
    }

    [Fact]
    public async Task Approve_approves_the_step_that_waits()
    {
        var run = World.Start().Settle().Pass();
        Assert.Equal(RunPhase.AwaitingApproval, run.Phase);
        var ended = await RunAsync("approve", "1", "-o", "json");
        Assert.Equal("Approve", ended.Data<JsonElement>().GetProperty("act").GetString());
        Assert.Equal((RunPhase.Applying, 2), (run.Phase, run.Summary.Step));
    }

    [Fact]
    public async Task Skip_back_and_abandon_do_what_they_say()
    {
        var run = World.Start().Settle().Pass();
        Assert.Equal(0, (await RunAsync("approve")).Code);
        run.Settle();
        Assert.Equal(0, (await RunAsync("skip", "--reason", "seen enough")).Code);
        Assert.Equal(0, (await RunAsync("back", "--reason", "too early")).Code);
        Assert.Equal(1, run.Summary.Step);
        Assert.Equal(0, (await RunAsync("abandon", "--reason", "moving by hand")).Code);
        Assert.Equal(RunPhase.Abandoned, run.Phase);
    }

    [Theory]
    [InlineData("skip")]
    [InlineData("abandon")]
    public async Task What_needs_a_reason_is_not_sent_without_one(string act)
    {
        var run = World.Start().Settle();
        var decided = run.Decisions.Length;
        var ended = await RunAsync(act);
        Assert.Equal(2, ended.Code);
        Assert.Contains("--reason", ended.Errors, StringComparison.Ordinal);
        Assert.Equal(decided, run.Decisions.Length);
    }

    [Fact]
    public async Task What_the_machine_refuses_says_why()
    {
        World.Start().Settle();
        var ended = await RunAsync("resume");
        Assert.Equal((5, string.Empty), (ended.Code, ended.Output));
        Assert.Contains("The run is not held.", ended.Errors, StringComparison.Ordinal);
        var problem = (await RunAsync("approve", "-o", "json")).Problem;
        Assert.Equal(
            ("No step waits for an approval.", 5), (problem.GetProperty("detail").GetString(), problem.GetProperty("exitCode").GetInt32()));
    }

    [Fact]
    public async Task An_act_whose_answer_is_lost_is_asked_again_with_the_same_key_and_done_once()
    {
        var run = World.Start().Settle();
        var decided = run.Decisions.Length;
        World.AnswersLost = 2;
        var ended = await RunAsync("pause", "--reason", "smells");
        Assert.Equal(0, ended.Code);
        Assert.Contains("Paused by", ended.Output, StringComparison.Ordinal);
        Assert.Equal((3, decided + 1), (World.Acts.Count, run.Decisions.Length));
        Assert.NotEmpty(Assert.Single(World.Kept).Key.Trim('"'));
    }

    [Fact]
    public async Task An_act_says_what_it_was_decided_on_unless_it_stops_the_run()
    {
        var run = World.Start().Settle();
        var seen = run.Decisions.Length;
        await RunAsync("skip", "--reason", "seen enough");
        await RunAsync("pause");
        await RunAsync("rollback");
        Assert.Equal([(OperatorAct.Skip, (long?)seen), (OperatorAct.Pause, null), (OperatorAct.RollBack, null)], World.Acts.Select(act => (act.Act, act.AsOf)));
    }

    [Fact]
    public async Task Without_an_open_run_there_is_nothing_to_act_on()
    {
        var ended = await RunAsync("pause");
        Assert.Equal(7, ended.Code);
        Assert.Contains("no run is open", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_several_open_runs_they_are_listed_and_none_is_touched()
    {
        World.Start();
        World.Start().Settle();
        var ended = await RunAsync("pause");
        Assert.Equal(7, ended.Code);
        Assert.Contains(
            "2 wss-primary (Baking, step 1 of 3); 1 wss-primary (Applying, step 1 of 3)", ended.Errors, StringComparison.Ordinal);
        Assert.All(World.List(0, 9), run => Assert.Null(run.Hold));
    }
}
