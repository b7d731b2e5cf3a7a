using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Cutover.Core.Accounts;
using Cutover.Core.Runs;
using Cutover.Web.Api.Accounts;
using Cutover.Web.Tests.Access;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Api;

/// <summary>What an admin does to accounts with a token instead of the pages.</summary>
public sealed class AccountApiTests : IAsyncLifetime
{
    private const string Path = "/api/v1/accounts";

    private RunningHost host = null!;
    private long root;
    private string token = string.Empty;

    public async ValueTask InitializeAsync()
    {
        host = await RunningHost.WithPeopleAsync();
        root = await host.AddAsync("root", "Admin");
        token = await host.TokenAsync("root", root);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task An_account_is_made_invited_given_roles_and_closed()
    {
        var made = await (await SendAsync(HttpMethod.Post, "", new NewAccountRequest("kim", Role.Operator, "wss"), HttpStatusCode.Created))
            .ReadAsync<InvitationView>();
        using var kim = host.Browser();
        await kim.PostAsync(new Uri(made.Link).PathAndQuery, ("password", People.Password), ("again", People.Password));
        Assert.Contains("kim: operator of wss", await kim.PageAsync("/account"), StringComparison.Ordinal);

        var given = await ChangedAsync(HttpMethod.Put, "/roles", new RoleRequest(Role.Viewer));
        Assert.Equal(["Operator:wss", "Viewer"], given.Roles.Select(grant => grant.ToString()).Order());
        Assert.Equal(["Viewer"], (await ChangedAsync(HttpMethod.Delete, "/roles?playbook=wss")).Roles.Select(grant => grant.ToString()));

        Assert.Equal("closed", (await ChangedAsync(HttpMethod.Post, "/close")).State);
        Assert.Equal(HttpStatusCode.Redirect, await kim.StatusAsync("/account"));
        Assert.Equal("open", (await ChangedAsync(HttpMethod.Post, "/open")).State);
        Assert.Equal(["kim", "root"], (await (await SendAsync(HttpMethod.Get, "")).ReadAsync<AccountView[]>()).Select(account => account.Name));

        async Task<AccountView> ChangedAsync(HttpMethod method, string what, object? body = null) =>
            await (await SendAsync(method, $"/{made.Account}{what}", body)).ReadAsync<AccountView>();
    }

    [Fact]
    public async Task Tokens_are_listed_without_their_text_and_ended()
    {
        var listed = await (await SendAsync(HttpMethod.Get, $"/{root}/tokens")).TextAsync();
        Assert.Contains("root's", listed.Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(token, listed, StringComparison.Ordinal);

        await SendAsync(HttpMethod.Delete, $"/{root}/tokens/1");

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(HttpMethod.Get, "")).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_words()
    {
        await RefusedAsync(HttpMethod.Post, "", new NewAccountRequest("kim", Role.Admin, "wss"), 400, "leave the playbook out");
        await RefusedAsync(HttpMethod.Post, "", new NewAccountRequest("root", Role.Viewer), 409, "root");
        await RefusedAsync(HttpMethod.Post, "", new NewAccountRequest("", Role.Viewer), 409, "1 to 64 characters");
        await RefusedAsync(HttpMethod.Delete, $"/{root}/roles", null, 409, "the last admin");
        await RefusedAsync(HttpMethod.Post, $"/{root}/close", null, 409, "the last admin");
        await RefusedAsync(HttpMethod.Post, "/4711/close", null, 404, "no account 4711");
        await RefusedAsync(HttpMethod.Post, "/4711/invitation", null, 404, "no account 4711");
        await RefusedAsync(HttpMethod.Delete, $"/{root}/tokens/4711", null, 404, "no token 4711");
        Assert.Equal("Admin", (await (await SendAsync(HttpMethod.Get, $"/{root}")).ReadAsync<AccountView>()).Roles.Single().ToString());
    }

    private async Task RefusedAsync(HttpMethod method, string path, object? body, int status, string words) => Assert.Contains(
        words, (await (await AskAsync(method, path, body)).ProblemAsync((HttpStatusCode)status)).Detail, StringComparison.Ordinal);

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, object? body = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = await AskAsync(method, path, body);
        Assert.Equal(status, answer.StatusCode);
        return answer;
    }

    private Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, object? body = null) => host.Http.SendAsync(
        new HttpRequestMessage(method, Path + path)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            Content = body is null ? null : JsonContent.Create(body, options: RunJson.Options),
        },
        TestContext.Current.CancellationToken);
}
