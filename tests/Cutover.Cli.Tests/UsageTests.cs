using Cutover.Cli.Tests.Processes;

namespace Cutover.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("say which command")]
    [InlineData("\"statsu\" is not a command of cutover", "statsu")]
    [InlineData("\"--bogus\" is not an option of this command", "status", "--bogus")]
    [InlineData("\"--bogus\" is not an option of this command", "plan", "--bogus")]
    [InlineData("\"--bogus\" is not an option of this command", "validate", "a.yaml", "--bogus")]
    [InlineData("\"abc\" is not the number of a run", "pause", "abc")]
    [InlineData("\"0\" is not a count from 1", "history", "--take", "0")]
    [InlineData("--output is text or json, not \"xml\"", "status", "--output", "xml")]
    [InlineData("\"localhost:5080\" is not the address of a host", "status", "--host", "localhost:5080")]
    [InlineData("'file'", "start")]
    public async Task A_wrong_command_line_is_said_to_be_one(string expected, params string[] arguments)
    {
        var ended = await CutoverProcess.RunAsync(null, arguments);
        Assert.Equal((2, string.Empty), (ended.Code, ended.Output));
        Assert.Contains(expected, ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_command_line_is_a_json_problem_when_json_was_asked_for()
    {
        var ended = await CutoverProcess.RunAsync(null, "--output", "json", "pause", "abc");
        Assert.Equal(2, ended.Problem.GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task The_help_prints_every_exit_code_and_variable()
    {
        var ended = await CutoverProcess.RunAsync(null, "--help");
        Assert.Equal((0, string.Empty), (ended.Code, ended.Errors));
        Assert.All(ExitCodes.All, code => Assert.Contains($"{code.Code,5}  {code.Meaning}\n", ended.Output, StringComparison.Ordinal));
        Assert.All(["CUTOVER_HOST", "CUTOVER_TOKEN", "NO_COLOR"], name => Assert.Contains(name, ended.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_help_of_a_command_is_that_commands_alone()
    {
        var ended = await CutoverProcess.RunAsync(null, "rollback", "--help");
        Assert.Contains("--yes", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exit codes", ended.Output, StringComparison.Ordinal);
    }
}
