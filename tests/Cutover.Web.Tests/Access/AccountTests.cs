using System.Net;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Access;

public sealed class AccountTests
{
    [Fact]
    public async Task An_admin_invites_somebody_who_chooses_a_password_and_may_what_was_given()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        using var root = await host.SetUpAsync();

        var page = await (await root.PostAsync("/accounts", ("name", "kim"), ("role", "Operator"), ("playbook", "wss-primary"))).TextAsync();
        var link = new Uri(People.In(page, "<code class=secret>([^<]+)</code>")).PathAndQuery;
        using var kim = host.Browser();
        await kim.PostAsync(link, ("password", People.Password), ("again", People.Password));

        Assert.Contains("kim: operator of wss-primary", await kim.PageAsync("/account"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await kim.StatusAsync("/accounts"));
        Assert.Equal(HttpStatusCode.NotFound, await host.Browser().StatusAsync(link));
    }

    [Fact]
    public async Task Sessions_end_everywhere_at_once()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        using var root = await host.SetUpAsync();
        var id = await host.AddAsync("kim", "Operator");
        var (one, two) = (await host.SignInAsync("kim"), await host.SignInAsync("kim"));

        Assert.Equal("/sign-in", (await one.PostFromAsync("/account", "/account/sign-out-everywhere")).Headers.Location?.ToString());
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], [await one.StatusAsync("/"), await two.StatusAsync("/")]);

        var three = await host.SignInAsync("kim");
        await root.PostFromAsync($"/accounts/{id}", $"/accounts/{id}/sign-out-everywhere");
        Assert.Equal(HttpStatusCode.Redirect, await three.StatusAsync("/account"));
        Assert.Equal(HttpStatusCode.OK, await root.StatusAsync("/account"));
    }

    [Fact]
    public async Task A_form_that_was_loaded_works_on_from_another_address_and_with_another_role()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        using var root = await host.SetUpAsync();
        var id = await host.AddAsync("kim", "Viewer");
        var cookies = new CookieContainer();
        using var home = new Browser(host.Client(cookies, IPAddress.Parse("127.2.0.1")));
        using var phone = new Browser(host.Client(cookies, IPAddress.Parse("127.2.0.2")));
        await home.PostAsync("/sign-in", ("name", "kim"), ("password", People.Password));
        var hidden = People.In(await home.PageAsync("/account"), "password\" class=\"fields\"><input type=\"hidden\" name=\"__RequestVerificationToken\" value=\"([^\"]+)\"");

        await root.PostFromAsync($"/accounts/{id}", $"/accounts/{id}/roles", ("role", "Operator"), ("playbook", ""));
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", hidden)]);
        var left = await phone.Http.PostAsync("/sign-out", form, TestContext.Current.CancellationToken);

        Assert.Equal("/sign-in", left.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_needs_the_old_one()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        await host.AddAsync("kim", "Viewer");
        var (here, there) = (await host.SignInAsync("kim"), await host.SignInAsync("kim"));
        const string Wanted = "quite another password";

        Assert.Equal(HttpStatusCode.BadRequest, (await ChangeAsync(here, "a guess", Wanted)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await there.StatusAsync("/account"));
        Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(here, People.Password, Wanted)).StatusCode);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (await here.StatusAsync("/account"), await there.StatusAsync("/account")));
        using var again = await host.SignInAsync("kim", Wanted);
    }

    [Fact]
    public async Task A_closed_account_is_out_until_it_is_opened_again()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        using var root = await host.SetUpAsync();
        var id = await host.AddAsync("kim", "Viewer");
        using var kim = await host.SignInAsync("kim");

        await root.PostFromAsync($"/accounts/{id}", $"/accounts/{id}/disable");
        Assert.Equal(HttpStatusCode.Redirect, await kim.StatusAsync("/account"));
        Assert.Equal(
            HttpStatusCode.Unauthorized, (await kim.PostAsync("/sign-in", ("name", "kim"), ("password", People.Password))).StatusCode);

        await root.PostFromAsync($"/accounts/{id}", $"/accounts/{id}/enable");
        using var again = await host.SignInAsync("kim");
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_at_once_and_the_last_admin_keeps_theirs()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        using var root = await host.SetUpAsync();
        var id = await host.AddAsync("kim", "Viewer");
        using var kim = await host.SignInAsync("kim");
        Assert.Equal(HttpStatusCode.OK, await kim.StatusAsync("/openapi/v1.json"));

        await root.PostFromAsync($"/accounts/{id}", $"/accounts/{id}/roles/take", ("playbook", ""));
        Assert.Equal(HttpStatusCode.Forbidden, await kim.StatusAsync("/openapi/v1.json"));

        foreach (var act in new[] { "/accounts/1/roles/take", "/accounts/1/disable" })
        {
            Assert.Contains("last admin", await (await root.PostFromAsync("/accounts/1", act)).TextAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, await root.StatusAsync("/accounts"));
        await root.PostFromAsync($"/accounts/{id}", $"/accounts/{id}/roles", ("role", "Admin"), ("playbook", "one"));
        Assert.Equal(HttpStatusCode.Forbidden, await kim.StatusAsync("/accounts"));
    }

    private static Task<HttpResponseMessage> ChangeAsync(Browser browser, string current, string wanted) => browser.PostFromAsync(
        "/account", "/account/password", ("current", current), ("wanted", wanted), ("again", wanted));
}
