using Cutover.Cli.Tests.Processes;
using static Cutover.Cli.Tests.Emergency.EmulatedAccount;

namespace Cutover.Cli.Tests.Emergency;

public sealed class BreakGlassUsageTests : BreakGlassTest
{
    [Fact]
    public async Task Where_nobody_can_be_asked_a_yes_has_to_be_said_beforehand()
    {
        using var file = new PlaybookFile(Playbook);
        var ended = await Account.RunAsync("--playbook", file.Path);

        Assert.Equal((2, "60/40"), (ended.Code, Account.Weights));
        Assert.Contains("CREATE wss.lab.example A \"envoy\" weight 0", ended.Output, StringComparison.Ordinal);
        Assert.Contains("say the same with --yes", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y", 0, "100/0")]
    [InlineData("n", 130, "60/40")]
    [InlineData("\r", 130, "60/40")]
    public async Task On_a_terminal_one_key_is_the_answer(string key, int code, string weights)
    {
        using var file = new PlaybookFile(Playbook);
        using var command = CutoverProcess.StartOnTerminal(
            null, Account.Environment, "rollback", "--break-glass", "--playbook", file.Path, "--name-server", Account.NameServer);
        await command.PrintsAsync("Write this now? [y/N] ");
        Assert.Equal("60/40", Account.Weights);
        await command.SayAsync(key);

        Assert.Equal((code, weights), ((await command.EndAsync()).Code, Account.Weights));
    }

    [Theory]
    [InlineData("what is to be rolled back is not said", "--break-glass")]
    [InlineData("what is to be rolled back is not said", "--break-glass", "--zone", "Z0LAB", "--name", "a.lab.example")]
    [InlineData("--name says it twice", "--break-glass", "--playbook", "p.yaml", "--name", "a.lab.example")]
    [InlineData("only the host knows a run's number", "--break-glass", "7")]
    [InlineData("--watch needs the host", "--break-glass", "--watch", "--playbook", "p.yaml")]
    [InlineData("--to needs --break-glass", "--to", "haproxy")]
    [InlineData("cannot be read", "--break-glass", "--playbook", "/nowhere/p.yaml")]
    public async Task A_wrong_command_line_is_said_to_be_one(string expected, params string[] arguments)
    {
        var ended = await CutoverProcess.RunAsync(null, string.Empty, Account.Environment, ["rollback", .. arguments]);

        Assert.Equal((2, string.Empty), (ended.Code, ended.Output));
        Assert.Contains(expected, ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_playbook_is_shown_with_its_place()
    {
        var ended = await Account.RollBackByPlaybookAsync(Playbook.Replace("bake: 2m", "bkae: 2m", StringComparison.Ordinal));

        Assert.Equal(3, ended.Code);
        Assert.Contains("bkae", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_tells_what_is_needed_and_what_is_restored()
    {
        var ended = await CutoverProcess.RunAsync(null, "rollback", "--help");

        Assert.All(
            [
                "--break-glass", "AWS credentials alone", "--playbook <file>", "--to <setidentifier>", "--no-wait",
                "--name-server <host[:port]>", "--who",
            ],
            words => Assert.Contains(words, ended.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_is_not_there_leaves_the_way_past_it_ready_to_paste()
    {
        var ended = await CutoverProcess.RunAsync("http://127.0.0.1:1", "rollback", "--playbook", "my playbooks/wss.yaml");

        Assert.Equal(6, ended.Code);
        Assert.Contains("cutover rollback --break-glass --playbook 'my playbooks/wss.yaml'", ended.Errors, StringComparison.Ordinal);
    }
}
