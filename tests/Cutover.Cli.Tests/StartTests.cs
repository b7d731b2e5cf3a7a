using Cutover.Cli.Tests.Hosting;
using Cutover.Cli.Tests.Processes;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Api;

namespace Cutover.Cli.Tests;

public sealed class StartTests : HostTest
{
    [Fact]
    public async Task A_start_says_which_run_it_is_and_keeps_the_reason_and_the_person()
    {
        using var file = new PlaybookFile(Examples.Playbook);
        var ended = await RunAsync("start", file.Path, "--reason", "@oncall said so");
        Assert.Equal(new Ended(0, "Run 1 started. Watch it: cutover watch 1\n", string.Empty), ended);
        Assert.Contains(
            $"Started by {Environment.UserName}: @oncall said so", World.Find(1)!.Decisions[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_takes_the_plan_that_was_read_and_no_other()
    {
        using var file = new PlaybookFile(Examples.Playbook);
        var refused = await RunAsync("start", file.Path, "--plan", "0123456789abcdef");
        Assert.Equal(12, refused.Code);
        Assert.Contains("0123456789abcdef", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("cutover plan FILE", refused.Errors, StringComparison.Ordinal);
        Assert.Null(World.Find(1));
        Assert.Equal(0, (await RunAsync("start", file.Path, "--plan", PlanChecksum.Of(Examples.Plan))).Code);
    }

    [Fact]
    public async Task A_start_as_json_gives_the_runs_id()
    {
        using var file = new PlaybookFile(Examples.Playbook);
        Assert.Equal(1, (await RunAsync("start", file.Path, "-o", "json")).Data<StartedView>().RunId);
    }

    [Fact]
    public async Task A_start_with_watch_shows_the_run_from_its_first_decision_to_its_end()
    {
        using var file = new PlaybookFile(Examples.Playbook);
        using var command = CutoverProcess.Start(Host.Url, "start", file.Path, "--watch");
        await command.PrintsAsync("Started by");
        World.Find(1)!.Happen(new OperatorAskedEvent(OperatorAct.Abandon, "kim", "enough"));
        var ended = await command.EndAsync();
        Assert.Equal(9, ended.Code);
        Assert.Equal("Run 1 started.\n", ended.Errors);
        Assert.Contains("Abandoned by kim: enough", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_whose_answer_is_lost_does_not_start_a_second_run()
    {
        World.AnswersLost = 1;
        using var file = new PlaybookFile(Examples.Playbook);
        Assert.Equal(0, (await RunAsync("start", file.Path)).Code);
        Assert.Single(World.List(0, 9));
    }
}
