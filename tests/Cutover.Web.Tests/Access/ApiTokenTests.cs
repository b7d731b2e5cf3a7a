using System.Net;
using Cutover.Core.Accounts;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Views;
using Cutover.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Access;

public sealed class ApiTokenTests
{
    [Fact]
    public async Task A_token_is_shown_once_kept_as_a_hash_and_over_once_it_is_revoked()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        using var browser = await host.SetUpAsync();

        var made = await (await browser.PostFromAsync(
            "/account", "/account/tokens", ("name", "laptop"), ("role", "Viewer"), ("playbooks", ""), ("days", "90"))).TextAsync();
        var token = People.In(made, "<code class=secret>([^<]+)</code>");
        Assert.StartsWith("cutover_", token, StringComparison.Ordinal);
        Assert.DoesNotContain(token, await browser.PageAsync("/account"), StringComparison.Ordinal);
        Assert.DoesNotContain(token, File.ReadAllText(host.Database, System.Text.Encoding.Latin1), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(host, ApiRoutes.Runs, token));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(host, ApiRoutes.Audit, token));
        Assert.NotNull((await host.DatabaseAsync(database => database.ApiTokens.SingleAsync(TestContext.Current.CancellationToken))).LastUsedAt);

        await browser.PostFromAsync("/account", "/account/tokens/1/revoke");
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(host, ApiRoutes.Runs, token));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Viewer", "90")]
    [InlineData("laptop", "Viewer", "0")]
    [InlineData("laptop", "Viewer", "366")]
    [InlineData("laptop", "King", "90")]
    public async Task What_is_no_token_is_refused(string name, string role, string days)
    {
        await using var host = await RunningHost.WithPeopleAsync();
        using var browser = await host.SetUpAsync();

        var refused = await browser.PostFromAsync("/account", "/account/tokens", ("name", name), ("role", role), ("days", days));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_token_may_do_no_more_than_itself_and_its_owner_by_now()
    {
        await using var host = await RunningHost.WithLabAsync("--Cutover:SignIn=true");
        var root = await host.AddAsync("root", "Admin");
        var kim = await host.AddAsync("kim", "Operator");
        var all = await host.TokenAsync("kim", kim);
        var other = await host.TokenAsync("kim", kim, Role.Operator, 90, "other");
        var run = await host.StartAsync(token: all);

        Assert.Equal(HttpStatusCode.Forbidden, await ActAsync(host, run, other));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(host, run, all));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(host, ApiRoutes.Audit, all));

        using var admin = await host.SignInAsync("root");
        await admin.PostFromAsync($"/accounts/{kim}", $"/accounts/{kim}/roles", ("role", "Viewer"), ("playbook", ""));
        Assert.Equal(HttpStatusCode.Forbidden, await ActAsync(host, run, all));
        await admin.PostFromAsync($"/accounts/{kim}", $"/accounts/{kim}/disable");
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(host, ApiRoutes.Runs, all));
        Assert.NotEqual(root, kim);
    }

    [Fact]
    public async Task Who_may_act_on_one_playbook_starts_it_only_as_the_host_has_it()
    {
        await using var host = await RunningHost.WithLabAsync("--Cutover:SignIn=true");
        var token = await host.TokenAsync("kim", await host.AddAsync("kim", "Operator:quick"));
        var start = new StartRequest(host.Playbook(), null);

        var foreign = await (await host.PostAsync(ApiRoutes.Runs, start, token: token)).ProblemAsync(HttpStatusCode.Forbidden);
        Assert.Contains("as its newest version says", foreign.Detail, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(host.Playbooks.FullName, "quick.yaml"), host.Playbook(), TestContext.Current.CancellationToken);
        var started = await (await host.PostAsync(ApiRoutes.Runs, start, token: token)).ReadAsync<StartedView>();
        var other = start with { Playbook = host.Playbook().Replace("name: quick", "name: slow", StringComparison.Ordinal) };
        await (await host.PostAsync(ApiRoutes.Runs, other, token: token)).ProblemAsync(HttpStatusCode.Forbidden);

        Assert.Equal(HttpStatusCode.OK, await ActAsync(host, started.RunId, token));
        var run = host.App.Services.GetRequiredService<Engine.Runs.RunArchive>();
        Assert.Equal("kim (token kim's)", (await run.FindAsync(started.RunId, TestContext.Current.CancellationToken))!.Summary.StartedBy);
    }

    [Fact]
    public async Task A_stream_that_is_open_is_cut_off_once_its_token_is_over()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        var kim = await host.AddAsync("kim", "Viewer");
        var request = new HttpRequestMessage(HttpMethod.Get, ApiRoutes.Events);
        request.Headers.Authorization = new("Bearer", await host.TokenAsync("kim", kim));
        using var guard = Patience.Guard();
        using var answer = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, guard.Token);
        await using var stream = await answer.Content.ReadAsStreamAsync(guard.Token);
        Assert.True(await stream.ReadAsync(new byte[1], guard.Token) > 0);

        await host.DatabaseAsync(database => database.ApiTokens.ExecuteUpdateAsync(
            set => set.SetProperty(token => token.RevokedAt, DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken));

        await Assert.ThrowsAnyAsync<IOException>(() => stream.CopyToAsync(Stream.Null, guard.Token));
    }

    private static async Task<HttpStatusCode> ActAsync(RunningHost host, long run, string token) =>
        (await host.PostAsync(ApiRoutes.Acts(run), new ActRequest(OperatorAct.RollBack, "enough", null), token: token)).StatusCode;

    private static async Task<HttpStatusCode> AskAsync(RunningHost host, string path, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", token);
        return (await host.SendAsync(request)).StatusCode;
    }
}
