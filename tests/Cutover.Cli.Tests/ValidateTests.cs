using System.Text.Json;
using Cutover.Cli.Tests.Hosting;
using Cutover.Cli.Tests.Processes;

namespace Cutover.Cli.Tests;

public sealed class ValidateTests
{
    [Fact]
    public async Task A_valid_playbook_is_said_to_be_valid_without_any_host()
    {
        using var file = new PlaybookFile(Examples.Playbook);
        var ended = await CutoverProcess.RunAsync("not even an address", "validate", file.Path);
        Assert.Equal(new Ended(0, $"{file.Path}: valid: \"wss-primary\", 3 steps, 1 gate, 1 record\n", string.Empty), ended);
    }

    [Fact]
    public async Task A_broken_playbook_is_shown_with_place_line_and_mend()
    {
        using var file = new PlaybookFile(Examples.BrokenPlaybook);
        var ended = await CutoverProcess.RunAsync(null, "validate", file.Path);
        Assert.Equal(3, ended.Code);
        Assert.Empty(ended.Output);
        Assert.Contains($"{file.Path}:12:7: error: ", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("12 |   - { wieght: 10 %", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("write: weight", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_is_said_to_be_one()
    {
        var ended = await CutoverProcess.RunAsync(null, "validate", Path.GetTempPath());
        Assert.Equal(2, ended.Code);
        Assert.Contains("It is a directory.", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("version: 2\nname: x\n", "this build reads version 1")]
    [InlineData("version: [1\n", "error:")]
    public async Task Other_broken_playbooks_are_refused_from_stdin(string text, string expected)
    {
        var ended = await CutoverProcess.RunAsync(null, text, [], "validate", "-");
        Assert.Equal(3, ended.Code);
        Assert.Contains("stdin:", ended.Errors, StringComparison.Ordinal);
        Assert.Contains(expected, ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_files_each_is_checked()
    {
        using var good = new PlaybookFile(Examples.Playbook);
        using var broken = new PlaybookFile(Examples.BrokenPlaybook);
        var ended = await CutoverProcess.RunAsync(null, "validate", broken.Path, good.Path);
        Assert.Equal(3, ended.Code);
        Assert.Contains($"{good.Path}: valid", ended.Output, StringComparison.Ordinal);
        Assert.Contains(broken.Path, ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_json_every_file_is_an_element_with_its_problems_and_stderr_is_empty()
    {
        using var good = new PlaybookFile(Examples.Playbook);
        using var broken = new PlaybookFile(Examples.BrokenPlaybook);
        var ended = await CutoverProcess.RunAsync(null, "validate", good.Path, broken.Path, "--output", "json");
        var checks = ended.Data<JsonElement[]>();
        Assert.Equal((3, string.Empty), (ended.Code, ended.Errors));
        Assert.Equal((true, false), (checks[0].GetProperty("valid").GetBoolean(), checks[1].GetProperty("valid").GetBoolean()));
        Assert.Equal(12, checks[1].GetProperty("problems")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_a_wrong_command_line()
    {
        var ended = await CutoverProcess.RunAsync(null, "validate", "/no/such/file.yaml");
        Assert.Equal(2, ended.Code);
        Assert.Contains("error: /no/such/file.yaml cannot be read", ended.Errors, StringComparison.Ordinal);
    }
}
