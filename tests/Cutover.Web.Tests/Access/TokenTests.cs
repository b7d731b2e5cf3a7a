using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Cutover.Engine.Api;
using Cutover.Web.Access;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Access;

public sealed partial class TokenTests(TokenHost host) : IClassFixture<TokenHost>
{
    private RunningHost Host => host.Host;

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Basic abc")]
    public async Task The_api_is_closed_without_the_token(string? authorization)
    {
        var answer = await AskAsync(ApiRoutes.Runs, authorization);

        await answer.ProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task The_api_is_open_with_the_token() =>
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(ApiRoutes.Runs, "Bearer " + TokenHost.Token)).StatusCode);

    [Theory]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/runs/1", HttpStatusCode.Redirect)]
    [InlineData("/openapi/v1.json", HttpStatusCode.Redirect)]
    [InlineData("/api/v1/nothing", HttpStatusCode.Unauthorized)]
    public async Task A_stranger_sees_health_and_the_sign_in_page_only(string path, HttpStatusCode expected) =>
        Assert.Equal(expected, (await AskAsync(path, null)).StatusCode);

    [Fact]
    public async Task Signing_in_opens_the_pages_for_twelve_hours_and_signing_out_closes_them()
    {
        await using var fresh = await RunningHost.WithTokenAsync(TokenHost.Token);
        var cookies = new CookieContainer();
        using var browser = fresh.Client(cookies);

        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(browser, "not the token at all", "/")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Redirect, (await browser.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).StatusCode);

        var entered = await SignInAsync(browser, TokenHost.Token, "/runs/7");
        Assert.Equal("/runs/7", entered.Headers.Location?.ToString());
        var cookie = Assert.Single(
            entered.Headers.GetValues("Set-Cookie"), value => value.StartsWith("cutover-session", StringComparison.Ordinal));
        Assert.All(["httponly", "samesite=strict"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Unauthorized, (await browser.GetAsync(ApiRoutes.Runs, TestContext.Current.CancellationToken)).StatusCode);

        Assert.Contains(fresh.Log.Lines, line => line.StartsWith("5102 alice (shared token) signed in", StringComparison.Ordinal));
        Assert.DoesNotContain(fresh.Log.Lines, line =>
            line.Contains(TokenHost.Token, StringComparison.Ordinal) || line.Contains("not the token at all", StringComparison.Ordinal));

        Assert.Equal(
            HttpStatusCode.BadRequest, (await browser.PostAsync("/sign-out", null, TestContext.Current.CancellationToken)).StatusCode);
        using var form = new FormUrlEncodedContent([new(Field, await FormTokenAsync(browser))]);
        Assert.Equal(
            "/sign-in", (await browser.PostAsync("/sign-out", form, TestContext.Current.CancellationToken)).Headers.Location?.ToString());
        Assert.Equal(
            HttpStatusCode.Redirect, (await browser.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_session_outlives_a_restart_but_not_a_change_of_the_token()
    {
        var cookies = new CookieContainer();
        var first = await RunningHost.WithTokenAsync(TokenHost.Token);
        using (var browser = first.Client(cookies))
        {
            await SignInAsync(browser, TokenHost.Token, "/");
        }

        await first.StopAsync();
        var second = await RunningHost.WithTokenAsync(TokenHost.Token, first);
        Assert.Equal(HttpStatusCode.OK, await LookAsync(second, cookies));
        await second.StopAsync();
        await using var third = await RunningHost.WithTokenAsync(TokenHost.Token + "-changed", second);
        Assert.Equal(HttpStatusCode.Redirect, await LookAsync(third, cookies));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Signing_in_never_leads_to_another_host(string asked)
    {
        await using var fresh = await RunningHost.WithTokenAsync(TokenHost.Token);
        using var browser = fresh.Client(new CookieContainer());

        Assert.Equal("/", (await SignInAsync(browser, TokenHost.Token, asked)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_sixth_try_within_a_minute_is_not_looked_at_even_with_the_right_token()
    {
        await using var fresh = await RunningHost.WithTokenAsync(TokenHost.Token);
        using var browser = fresh.Client(new CookieContainer());
        for (var attempt = 0; attempt < SignInAttempts.Allowed; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(browser, "a guess", "/")).StatusCode);
        }

        var sixth = await SignInAsync(browser, TokenHost.Token, "/");

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)), (sixth.StatusCode, sixth.Headers.RetryAfter?.Delta));
    }

    private static async Task<HttpStatusCode> LookAsync(RunningHost host, CookieContainer cookies)
    {
        using var browser = host.Client(cookies);
        return (await browser.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).StatusCode;
    }

    private const string Field = "__RequestVerificationToken";

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string token, string returnUrl)
    {
        using var form = new FormUrlEncodedContent([new(Field, await FormTokenAsync(browser)), new("token", token), new("name", "alice")]);
        return await browser.PostAsync(
            $"/sign-in?ReturnUrl={Uri.EscapeDataString(returnUrl)}", form, TestContext.Current.CancellationToken);
    }

    private static async Task<string> FormTokenAsync(HttpClient browser) =>
        HiddenField().Match(await browser.GetStringAsync("/sign-in", TestContext.Current.CancellationToken)).Groups[1].Value;

    private Task<HttpResponseMessage> AskAsync(string path, string? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);
        return Host.SendAsync(request);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex HiddenField();
}
