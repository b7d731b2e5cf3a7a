using Cutover.Cli.Tests.Hosting;
using Cutover.Cli.Tests.Processes;
using Cutover.Core.Conversions;
using Cutover.Core.Dns;
using Cutover.Engine.Conversions;
using Cutover.Engine.Views;

namespace Cutover.Cli.Tests;

public sealed class ConversionTests : HostTest
{
    private const string Batch = """
        Adopt the records of wss-primary:
          One atomic batch in zone lab.example (Z1LAB):
            DELETE wss-primary.lab.example A simple, TTL 60 s, 127.0.1.1
            CREATE wss-primary.lab.example A "haproxy" weight 100, TTL 60 s, 127.0.1.1
            CREATE wss-primary.lab.example A "envoy" weight 0, TTL 60 s, 127.0.1.2
          Answers stay the same: wss-primary.lab.example A TTL 60 s, 127.0.1.1
        """;

    private ScriptedZone Zone => World.ConvertedZone;

    [Fact]
    public async Task Adopt_shows_the_batch_writes_it_and_waits_until_it_is_in_sync()
    {
        using var file = new PlaybookFile(Examples.Playbook);
        Zone.PendingAnswers = 1;

        var ended = await RunAsync("adopt", file.Path, "--target-value", "127.0.1.2", "--yes", "--reason", "it is time");

        Assert.Equal((0, "Written as change C1: PENDING, waiting for INSYNC …\n"), (ended.Code, ended.Errors));
        Assert.StartsWith(Batch, ended.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            $"Conversion 1 is Applied, InSync. To take it back: cutover adopt {file.Path} --undo\n",
            ended.Output,
            StringComparison.Ordinal);
        Assert.Equal((Environment.UserName, "it is time"), (Zone.See(1)!.By, Zone.See(1)!.Why));
    }

    [Fact]
    public async Task Without_a_terminal_and_without_yes_it_is_only_shown()
    {
        using var file = new PlaybookFile(Examples.Playbook);

        var ended = await RunAsync("adopt", file.Path, "--target-value", "A=127.0.1.2");

        Assert.Equal(2, ended.Code);
        Assert.StartsWith(Batch, ended.Output, StringComparison.Ordinal);
        Assert.Equal(
            "error: nothing was written: there is no terminal to ask at\n  to write what is shown here, add --yes\n", ended.Errors);
        Assert.Null(Zone.Sets[0].Weight);
    }

    [Fact]
    public async Task As_json_it_is_shown_as_data_and_nothing_else()
    {
        using var file = new PlaybookFile(Examples.Playbook);

        var shown = await RunAsync("adopt", file.Path, "--target-value", "127.0.1.2", "-o", "json");
        var written = await RunAsync("adopt", file.Path, "--target-value", "127.0.1.2", "-o", "json", "--yes");

        Assert.Equal(2, shown.Code);
        Assert.Equal(ChangeAction.Delete, shown.Data<ConversionPreviewView>().Batches[0].Lines[0].Action);
        var view = written.Data<ConversionView>();
        Assert.Equal(
            (0, ConversionKind.Adopt, ConversionState.Applied, ConversionSync.InSync), (written.Code, view.Kind, view.State, view.Sync));
    }

    [Fact]
    public async Task On_a_terminal_a_no_writes_nothing_and_a_yes_does()
    {
        using var file = new PlaybookFile(Examples.Playbook);
        using (var refused = CutoverProcess.StartOnTerminal(Host.Url, [], "adopt", file.Path, "--target-value", "127.0.1.2"))
        {
            await refused.PrintsAsync("Adopt now? [y/N]");
            await refused.SayAsync("n\n");
            Assert.Equal(130, (await refused.EndAsync()).Code);
            Assert.Null(Zone.Sets[0].Weight);
        }

        using var accepted = CutoverProcess.StartOnTerminal(Host.Url, [], "adopt", file.Path, "--target-value", "127.0.1.2");
        await accepted.PrintsAsync("Adopt now? [y/N]");
        await accepted.SayAsync("y\n");
        Assert.Equal(0, (await accepted.EndAsync()).Code);
        Assert.Equal(100, Zone.Sets[0].Weight);
    }

    [Fact]
    public async Task A_refusal_says_the_record_what_is_wrong_and_the_mend()
    {
        using var file = new PlaybookFile(Examples.Playbook);

        var ended = await RunAsync("adopt", file.Path, "--yes");

        Assert.Equal((4, string.Empty), (ended.Code, ended.Output));
        Assert.Contains(
            "  wss-primary.lab.example A: nothing says what the target's record set holds\n"
                + "    Add --target-value A=VALUE, or --target-alias NAME --target-alias-zone ZONEID\n",
            ended.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_that_changed_between_is_told_by_its_exit_code()
    {
        using var file = new PlaybookFile(Examples.Playbook);
        Zone.ChangesMeanwhile = true;

        var ended = await RunAsync("adopt", file.Path, "--target-value", "127.0.1.2", "--yes");

        Assert.Equal(5, ended.Code);
        Assert.Contains(
            "error: The zone has changed since this was shown\n  Nothing was written.\n", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alias_can_be_the_target()
    {
        using var file = new PlaybookFile(Examples.Playbook);

        var ended = await RunAsync(
            "adopt", file.Path, "--target-alias", "lb.example.com", "--target-alias-zone", "Z35SXDOTRQ7X7K", "--yes");

        Assert.Equal(0, ended.Code);
        Assert.Equal(new AliasTarget("Z35SXDOTRQ7X7K", "lb.example.com.", false), Zone.Sets[1].Alias);
    }

    [Fact]
    public async Task Finish_and_both_undos_go_the_whole_way_back()
    {
        using var file = new PlaybookFile(Examples.Playbook);
        await RunAsync("adopt", file.Path, "--target-value", "127.0.1.2", "--yes");
        Assert.Contains("HAProxy 100 %", (await RunAsync("finish", file.Path, "--yes")).Errors, StringComparison.Ordinal);
        Zone.Sets = [Zone.Sets[0] with { Weight = 0 }, Zone.Sets[1] with { Weight = 100 }];

        var finished = await RunAsync("finish", file.Path, "--yes");
        var unfinished = await RunAsync("finish", file.Path, "--undo", "--yes");

        Assert.Contains(
            "Answers stay the same: wss-primary.lab.example A TTL 60 s, 127.0.1.2\n", finished.Output, StringComparison.Ordinal);
        Assert.Contains("Undo conversion 2 (Finish of wss-primary by", unfinished.Output, StringComparison.Ordinal);
        Assert.Contains("CREATE wss-primary.lab.example A \"envoy\" weight 100", unfinished.Output, StringComparison.Ordinal);
        Assert.Equal(7, (await RunAsync("finish", file.Path, "--undo", "--yes")).Code);
        Assert.Equal(5, (await RunAsync("adopt", file.Path, "--undo", "1", "--yes")).Code);
        Zone.Sets = [Zone.Sets[0] with { Weight = 100 }, Zone.Sets[1] with { Weight = 0 }];
        Assert.Equal(0, (await RunAsync("adopt", file.Path, "--undo", "--yes")).Code);
        Assert.Equal("simple, TTL 60 s, 127.0.1.1", RecordWords.Of(Assert.Single(Zone.Sets)));
    }

    [Fact]
    public async Task An_undo_over_a_foreign_change_shows_the_difference_as_json_too()
    {
        using var file = new PlaybookFile(Examples.Playbook);
        await RunAsync("adopt", file.Path, "--target-value", "127.0.1.2", "--yes");
        Zone.Sets = [Zone.Sets[0], Zone.Sets[1] with { Weight = 17 }];

        var ended = await RunAsync("adopt", file.Path, "--undo", "--yes", "-o", "json");

        Assert.Equal((5, string.Empty), (ended.Code, ended.Output));
        var message = ended.Problem.GetProperty("refusals").EnumerateArray().Single().GetProperty("message").GetString();
        Assert.Contains("\"envoy\" weight 17", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversion_that_does_not_exist_is_told_by_its_exit_code()
    {
        using var file = new PlaybookFile(Examples.Playbook);
        Assert.Equal(7, (await RunAsync("adopt", file.Path, "--undo", "9", "--yes")).Code);
    }

    [Theory]
    [InlineData("write --target-alias and --target-alias-zone together", "--target-alias", "lb.example.com")]
    [InlineData("--evaluate-target-health is for a target that is an alias", "--evaluate-target-health")]
    [InlineData("\"x\" is not the number of a conversion", "--undo", "x")]
    public async Task A_wrong_command_line_is_said_to_be_one(string expected, params string[] options)
    {
        var ended = await RunAsync(["adopt", "playbook.yaml", .. options]);
        Assert.Equal(2, ended.Code);
        Assert.Contains(expected, ended.Errors, StringComparison.Ordinal);
    }
}
