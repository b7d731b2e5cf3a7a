using Cutover.Core.Runs;
using Cutover.Engine.Views;

namespace Cutover.Cli.Tests;

/// <summary>Someone else's change, and answers that do not match, at the command line.</summary>
public sealed class DriftTests : HostTest
{
    [Fact]
    public async Task Status_shows_what_differs_and_what_each_command_would_make_of_it()
    {
        World.Start().Settle().ChangeByHand(40, 60);

        var ended = await RunAsync("status", "1");

        Assert.Equal((0, string.Empty), (ended.Code, ended.Errors));
        Assert.Matches("(?m)^wss-primary.lab.example A +99/1 +40/60 *$", ended.Output);
        var words = string.Join(' ', ended.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("cutover accept-drift 1 Writes nothing. The run takes wss-primary.lab.example A 40/60", words, StringComparison.Ordinal);
        Assert.Contains("cutover restore 1 Writes wss-primary.lab.example A 99/1 over", words, StringComparison.Ordinal);
        Assert.Contains("cutover rollback 1 Applies wss-primary.lab.example A 100/0", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_is_accepted_by_a_command_of_its_own_and_writes_nothing()
    {
        var run = World.Start().Settle().ChangeByHand(40, 60);

        var ended = await RunAsync("accept-drift", "--reason", "that was me");

        Assert.Equal(0, ended.Code);
        Assert.Contains($"Adopted by {Environment.UserName}: that was me", ended.Output, StringComparison.Ordinal);
        Assert.Equal(("40/60", HoldReason.Operator), (run.View.Records[0].Applied, run.Summary.Hold!.Reason));
        Assert.Null(run.View.Foreign);
    }

    [Fact]
    public async Task Drift_is_restored_to_what_was_applied()
    {
        var run = World.Start().Settle().ChangeByHand(40, 60);

        Assert.Equal(0, (await RunAsync("restore", "1")).Code);

        Assert.Equal((RunPhase.Applying, "99/1"), (run.Phase, run.View.Records[0].Asked));
        Assert.Equal(ZoneStanding.Asked, Assert.Single(run.View.Zones).Standing);
    }

    [Theory]
    [InlineData("accept-drift", "there is nothing to adopt")]
    [InlineData("restore", "there is nothing to restore")]
    public async Task Without_drift_there_is_nothing_to_answer(string command, string why)
    {
        World.Start().Settle();

        var ended = await RunAsync(command);

        Assert.Equal((5, string.Empty), (ended.Code, ended.Output));
        Assert.Contains(why, ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_says_whether_the_name_servers_answer_by_the_weights()
    {
        var run = World.Start().Settle();
        run.Answer(AnswersVerdict.Matches, 198, 2);
        Assert.Matches("(?m)^DNS +answers match the weights *$", (await RunAsync("status", "1")).Output);
    }

    [Fact]
    public async Task Answers_that_differ_hold_the_run_and_status_names_the_record()
    {
        World.Start().Settle().Answer(AnswersVerdict.Differs, 100, 100).Answer(AnswersVerdict.Differs, 98, 102);

        var output = string.Join(' ', (await RunAsync("status", "1")).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains("DNS answers differ from the weights for wss-primary.lab.example A", output, StringComparison.Ordinal);
        Assert.Contains("98/102", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_tells_the_two_from_the_conversion_that_is_called_adopt()
    {
        var help = (await RunAsync("--help")).Output;

        Assert.Contains("accept-drift", help, StringComparison.Ordinal);
        Assert.Contains("writes nothing", string.Join(' ', help.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Matches("(?m)^ +restore ", help);
    }
}
