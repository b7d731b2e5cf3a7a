using Cutover.Cli.Tests.Hosting;
using Cutover.Cli.Tests.Processes;
using Cutover.Engine.Views;

namespace Cutover.Cli.Tests;

public sealed class PlaybooksTests : HostTest
{
    [Fact]
    public async Task A_file_is_saved_on_top_of_the_version_that_it_was_made_from_and_can_be_printed_again()
    {
        using var file = new PlaybookFile(Examples.Playbook);
        Assert.Equal("There is no playbook yet.\n", (await RunAsync("playbooks", "list")).Output);

        Assert.Equal(new Ended(0, "wss-primary is at version 1.\n", string.Empty), await RunAsync("playbooks", "save", file.Path, "--note", "first"));
        var late = await RunAsync("playbooks", "save", file.Path);
        Assert.Equal((5, string.Empty), (late.Code, late.Output));
        Assert.Contains("--base 1", late.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("playbooks", "save", file.Path, "--base", "1", "-o", "json")).Data<PlaybookVersionView>().Number);

        Assert.Equal(Examples.Playbook, (await RunAsync("playbooks", "show", "wss-primary", "--version", "1")).Output);
        Assert.Matches(
            "(?m)^1 +1970-01-01 00:00:00Z +kim +Api +[0-9a-f]{12} +first", (await RunAsync("playbooks", "versions", "wss-primary")).Output);
        Assert.Matches("(?m)^wss-primary +2 +HAProxy to Envoy +wss.lab.example +7 ", (await RunAsync("playbooks", "list")).Output);
        Assert.Equal("wss-primary is archived.\n", (await RunAsync("playbooks", "archive", "wss-primary", "--base", "2")).Output);
    }

    [Fact]
    public async Task A_playbook_that_is_none_and_a_version_that_is_none_are_said()
    {
        var missing = await RunAsync("playbooks", "show", "other");
        Assert.Equal(7, missing.Code);
        Assert.Contains("cutover playbooks list", missing.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("playbooks", "show", "wss-primary", "--version", "x")).Code);
        Assert.Equal(2, (await RunAsync("playbooks", "archive", "wss-primary")).Code);
    }
}
