using System.Net;
using System.Net.Http.Headers;
using System.Web;
using Cutover.Engine.Api;
using Cutover.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Access.SingleSignOn;

public sealed class RoundTripTests
{
    [Fact]
    public async Task The_button_leads_to_the_provider_and_back_to_the_page_that_was_asked_for()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var browser = host.Browser();
        provider.Next = new IdToken("subject-1", "kim", "sre", "unknown");

        var page = await browser.PageAsync("/sign-in?ReturnUrl=/runs/7");
        Assert.Equal("/sign-in/start?ReturnUrl=%2Fruns%2F7", People.In(page, "<a class=\"button\" href=\"([^\"]+)\">Sign in with Example ID</a>"));
        Assert.Contains("name=\"password\"", page, StringComparison.Ordinal);
        var entered = await browser.EnterAsync("/runs/7");

        Assert.Equal("/runs/7", Trips.Onward(await entered.TextAsync()));
        Assert.Contains(entered.Headers.GetValues("Set-Cookie"), cookie =>
            cookie.StartsWith("cutover-session", StringComparison.Ordinal) && cookie.Contains("samesite=strict", StringComparison.Ordinal));
        var account = await browser.PageAsync("/account");
        Assert.Contains("kim: operator of all playbooks", account, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/password", account, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("/accounts"));
        Assert.Equal(["account.create kim", "sign-in kim"], await ActsAsync(host));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(OidcProvider.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_personal_token_works_as_long_as_the_role_does()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var browser = await host.SignInAsync(provider, new IdToken(Groups: "sre"));
        var made = await browser.PostFromAsync(
            "/account", "/account/tokens", ("name", "laptop"), ("role", "Operator"), ("days", "9"), ("playbooks", ""));
        var token = People.In(await made.TextAsync(), "<code class=secret>([^<]+)</code>");

        Assert.Equal(HttpStatusCode.OK, await RunsAsync(host, token));
        provider.Next = new IdToken();
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.EnterAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await RunsAsync(host, token));
    }

    [Fact]
    public async Task Roles_that_the_token_does_not_tell_are_asked_for()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync("--Cutover:Oidc:RoleClaim=teams");
        provider.Told["teams"] = new[] { "boss" };

        using var browser = await host.SignInAsync(provider, new IdToken());

        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/accounts"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_leads_to_the_end_of_the_one_there()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var browser = await host.SignInAsync(provider, new IdToken(Groups: "look"));

        var left = await browser.PostFromAsync("/account", "/sign-out");

        Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        var there = new Uri(Trips.Onward(await left.TextAsync()));
        var query = HttpUtility.ParseQueryString(there.Query);
        Assert.Equal($"{provider.Address}/end", there.GetLeftPart(UriPartial.Path));
        Assert.Equal((OidcProvider.ClientId, $"{host.Address}sign-in"), (query["client_id"], query["post_logout_redirect_uri"]));
        Assert.Equal(3, query["id_token_hint"]!.Split('.').Length);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/account"));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var one = await host.SignInAsync(provider, new IdToken(Groups: "look"));
        using var two = await host.SignInAsync(provider, new IdToken(Groups: "look"));

        await one.PostFromAsync("/account", "/account/sign-out-everywhere");

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], [await one.StatusAsync("/account"), await two.StatusAsync("/account")]);
    }

    [Fact]
    public async Task Coming_back_never_leads_to_another_host()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var browser = host.Browser();
        provider.Next = new IdToken(Groups: "look");

        Assert.Equal("/", Trips.Onward(await (await browser.EnterAsync("//evil.example/")).TextAsync()));
    }

    private static async Task<HttpStatusCode> RunsAsync(RunningHost host, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ApiRoutes.Runs);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await host.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }

    private static Task<List<string>> ActsAsync(RunningHost host) => host.DatabaseAsync(database =>
        database.Audit.OrderBy(row => row.Sequence).Select(row => row.Act + " " + row.Who).ToListAsync(TestContext.Current.CancellationToken));
}
