using System.Net;
using Cutover.Engine.Api;
using Cutover.Web.Access;
using Cutover.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Access;

public sealed class SignInTests
{
    [Fact]
    public async Task Signing_in_opens_the_pages_for_twelve_hours_and_signing_out_closes_them()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        await host.AddAsync("alice", "Viewer");
        using var browser = host.Browser();

        Assert.Equal(HttpStatusCode.Unauthorized, (await EnterAsync(browser, "alice", "not the password")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/openapi/v1.json"));
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/nowhere"));

        var entered = await EnterAsync(browser, "ALICE", People.Password, "/runs/7");
        Assert.Equal("/runs/7", entered.Headers.Location?.ToString());
        var cookie = Assert.Single(
            entered.Headers.GetValues("Set-Cookie"), value => value.StartsWith("cutover-session", StringComparison.Ordinal));
        Assert.All(["httponly", "samesite=strict"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/openapi/v1.json"));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusAsync(ApiRoutes.Runs));

        Assert.Contains(host.Log.Lines, line => line.StartsWith("5102 alice signed in", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(People.Password, StringComparison.Ordinal));

        Assert.Equal(
            HttpStatusCode.BadRequest, (await browser.Http.PostAsync("/sign-out", null, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("/sign-in", (await browser.PostFromAsync("/account", "/sign-out")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/openapi/v1.json"));
    }

    [Fact]
    public async Task A_session_outlives_a_restart()
    {
        var first = await RunningHost.WithPeopleAsync();
        await first.AddAsync("alice", "Viewer");
        var cookies = new CookieContainer();
        using (var browser = new Browser(first.Client(cookies)))
        {
            await EnterAsync(browser, "alice", People.Password);
        }

        await first.StopAsync();
        await using var second = await RunningHost.WithPeopleAsync(first);
        using var again = new Browser(second.Client(cookies));
        Assert.Equal(HttpStatusCode.OK, await again.StatusAsync("/account"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Signing_in_never_leads_to_another_host(string asked)
    {
        await using var host = await RunningHost.WithPeopleAsync();
        await host.AddAsync("alice", "Viewer");
        using var browser = host.Browser();

        Assert.Equal("/", (await EnterAsync(browser, "alice", People.Password, asked)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_sixth_try_within_a_minute_is_not_looked_at_even_with_the_right_password()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        await host.AddAsync("alice", "Viewer");
        using var browser = host.Browser();
        for (var attempt = 0; attempt < SignInAttempts.Allowed; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await EnterAsync(browser, "nobody", "a guess")).StatusCode);
        }

        var sixth = await EnterAsync(browser, "alice", People.Password);

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)), (sixth.StatusCode, sixth.Headers.RetryAfter?.Delta));
    }

    [Fact]
    public async Task Five_wrong_passwords_from_wherever_lock_the_account_for_five_minutes_and_nobody_is_told()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        await host.AddAsync("alice", "Viewer");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var guesser = host.Browser();
            await EnterAsync(guesser, "alice", "a guess");
        }

        using var browser = host.Browser();
        var locked = await (await EnterAsync(browser, "alice", People.Password)).TextAsync();
        var unknown = await (await EnterAsync(browser, "nobody", People.Password)).TextAsync();
        Assert.Equal(Words(unknown), Words(locked));
        Assert.Contains("do not fit", Words(locked), StringComparison.Ordinal);

        await host.DatabaseAsync(database => database.Accounts.ExecuteUpdateAsync(
            set => set.SetProperty(account => account.LockoutEnd, DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Redirect, (await EnterAsync(browser, "alice", People.Password)).StatusCode);
    }

    [Fact]
    public async Task What_a_stranger_types_as_a_name_is_written_down_nowhere()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        using var browser = host.Browser();

        await EnterAsync(browser, "my secret in the wrong field", "x");

        var row = Assert.Single(await host.DatabaseAsync(database => database.Audit.ToListAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(("sign-in.failed", "(unknown name)", null), (row.Act, row.Who, row.Account));
        Assert.StartsWith("127.1.", row.From, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("wrong field", StringComparison.Ordinal));
    }

    private static string Words(string page) => People.In(page, "<p role=alert>([^<]*)</p>");

    private static Task<HttpResponseMessage> EnterAsync(Browser browser, string name, string password, string returnUrl = "/") =>
        browser.PostAsync($"/sign-in?ReturnUrl={Uri.EscapeDataString(returnUrl)}", ("name", name), ("password", password));
}
