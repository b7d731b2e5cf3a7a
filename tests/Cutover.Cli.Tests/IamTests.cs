using System.Text.Json;
using Cutover.Cli.Tests.Emergency;
using Cutover.Cli.Tests.Processes;

namespace Cutover.Cli.Tests;

public sealed class IamTests : BreakGlassTest
{
    [Fact]
    public async Task With_the_zones_id_the_policy_and_nothing_else_is_printed()
    {
        var ended = await RunAsync("--zone-id", "lab.example=Z0LAB");

        Assert.Equal((0, string.Empty), (ended.Code, ended.Errors));
        Assert.Equal(
            "arn:aws:route53:::hostedzone/Z0LAB",
            JsonDocument.Parse(ended.Output).RootElement.GetProperty("Statement")[0].GetProperty("Resource")[0].GetString());
    }

    [Fact]
    public async Task The_id_can_be_looked_up()
    {
        var ended = await RunAsync("--look-up");

        Assert.Equal(0, ended.Code);
        Assert.Contains("hostedzone/Z0LAB", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_id_it_says_what_to_add()
    {
        var ended = await RunAsync();

        Assert.Equal((2, string.Empty), (ended.Code, ended.Output));
        Assert.Contains("add --zone-id lab.example=Z…, or --look-up", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lab.example")]
    [InlineData("lab.example=not-an-id")]
    public async Task What_is_no_zone_with_its_id_is_refused(string said)
    {
        var ended = await RunAsync("--zone-id", said);

        Assert.Equal(2, ended.Code);
        Assert.Contains($"\"{said}\" is not a zone and its id", ended.Errors, StringComparison.Ordinal);
    }

    private async Task<Ended> RunAsync(params string[] more)
    {
        using var file = new PlaybookFile(EmulatedAccount.Playbook);
        return await CutoverProcess.RunAsync(null, string.Empty, Account.Environment, ["iam", "--playbook", file.Path, .. more]);
    }
}
