using Cutover.Cli.Tests.Hosting;
using Cutover.Cli.Tests.Processes;
using Microsoft.AspNetCore.Http;

namespace Cutover.Cli.Tests;

public sealed class HostAnswerTests
{
    // Port 1 is reserved and nobody listens there.
    private const string Nowhere = "http://127.0.0.1:1";

    [Fact]
    public async Task A_host_that_does_not_answer_is_named_with_what_to_do()
    {
        var ended = await CutoverProcess.RunAsync(null, "status", "--host", Nowhere);
        Assert.Equal((6, string.Empty), (ended.Code, ended.Output));
        Assert.Contains($"the host at {Nowhere} does not answer", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("is it running? start it", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_in_the_address_is_not_shown()
    {
        var ended = await CutoverProcess.RunAsync("http://kim:secret@127.0.0.1:1/", "status");
        Assert.Equal(6, ended.Code);
        Assert.DoesNotContain("secret", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("watch")]
    [InlineData("pause")]
    [InlineData("history")]
    public async Task Every_command_gives_the_same_code_for_it(string command)
    {
        var ended = await CutoverProcess.RunAsync(Nowhere, command, "1", "-o", "json");
        Assert.Equal((6, 6, string.Empty), (ended.Code, ended.Problem.GetProperty("exitCode").GetInt32(), ended.Output));
    }

    [Fact]
    public async Task A_proxy_without_a_host_behind_it_is_no_host()
    {
        await using var proxy = await ScriptedHost.StartForeignAsync(context =>
        {
            context.Response.StatusCode = 503;
            return context.Response.WriteAsync("<html>no server</html>");
        });
        Assert.Equal(6, (await CutoverProcess.RunAsync(proxy.Url, "status")).Code);
    }

    [Fact]
    public async Task An_answer_that_is_not_Cutovers_is_not_taken_for_one()
    {
        await using var foreign = await ScriptedHost.StartForeignAsync(context => context.Response.WriteAsync("<html>hello</html>"));
        var ended = await CutoverProcess.RunAsync(foreign.Url, "status");
        Assert.Equal((1, string.Empty), (ended.Code, ended.Output));
        Assert.Contains("is not one that this version understands", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_named_and_not_followed()
    {
        await using var foreign = await ScriptedHost.StartForeignAsync(context =>
        {
            context.Response.Redirect("https://elsewhere.example/login");
            return Task.CompletedTask;
        });
        var ended = await CutoverProcess.RunAsync(foreign.Url, "status");
        Assert.Equal(1, ended.Code);
        Assert.Contains("redirects to https://elsewhere.example/login", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_under_a_path_of_a_proxy_is_reached()
    {
        await using var foreign = await ScriptedHost.StartForeignAsync(context =>
            context.Response.WriteAsync(
                context.Request.Path.StartsWithSegments("/ops/cutover/api/v1/runs", StringComparison.Ordinal) ? "[]" : "no"));
        Assert.Equal("No run is open.\n", (await CutoverProcess.RunAsync(null, "status", "--host", foreign.Url + "/ops/cutover/")).Output);
    }
}
