using Cutover.Cli.Tests.Processes;

namespace Cutover.Cli.Tests;

public sealed class AccessTests : HostTest
{
    private const string Token = "ctv_secret_of_kim";

    [Fact]
    public async Task The_token_and_the_persons_name_go_to_the_host_and_the_token_nowhere_else()
    {
        World.Token = Token;
        var ended = await CutoverProcess.RunAsync(Host.Url, string.Empty, [("CUTOVER_TOKEN", Token)], "status");
        Assert.Equal(0, ended.Code);
        Assert.Equal((Environment.UserName, $"Bearer {Token}"), Assert.Single(World.Asked));
        Assert.DoesNotContain(Token, ended.Output + ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_right_token_it_says_where_to_put_one()
    {
        World.Token = Token;
        var ended = await CutoverProcess.RunAsync(Host.Url, string.Empty, [("CUTOVER_TOKEN", "wrong")], "status");
        Assert.Equal(10, ended.Code);
        Assert.Contains("CUTOVER_TOKEN", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_do_it_is_told_so()
    {
        World.Forbids = true;
        var ended = await RunAsync("status", "-o", "json");
        Assert.Equal((10, 403), (ended.Code, ended.Problem.GetProperty("status").GetInt32()));
    }
}
