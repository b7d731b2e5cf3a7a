using System.Net;
using Cutover.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Access.SingleSignOn;

public sealed class ProviderAccountTests
{
    [Fact]
    public async Task Issuer_and_subject_name_a_person_and_the_name_does_not()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        await host.AddAsync("kim", "Admin");

        using var first = await host.SignInAsync(provider, new IdToken("subject-1", "kim", "look"));
        using var renamed = await host.SignInAsync(provider, new IdToken("subject-1", "kim of the other name", "look"));
        using var other = await host.SignInAsync(provider, new IdToken("Subject-1", "kim", "sre"));

        Assert.Contains("<p>kim-2: viewer of all playbooks</p>", await first.PageAsync("/account"), StringComparison.Ordinal);
        Assert.Contains("<p>kim-2: viewer of all playbooks</p>", await renamed.PageAsync("/account"), StringComparison.Ordinal);
        Assert.Contains("<p>kim-3: operator of all playbooks</p>", await other.PageAsync("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_role_is_told_what_to_ask_for_and_gets_no_account()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var browser = host.Browser();
        provider.Next = new IdToken("subject-1", "<b>kim", "cooks");

        var refused = await browser.EnterAsync();

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var page = await refused.TextAsync();
        Assert.All(
            ["Example ID knows you as &lt;b&gt;kim, ", "Ask its administrator that your <code>groups</code> have one of", "boss, look, one, sre", "<code>subject-1</code>"],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/account"));
        Assert.Equal(["sign-in.refused -b-kim (single sign-on): no role"], await RowsAsync(host));
        Assert.False(await host.DatabaseAsync(database => database.Accounts.AnyAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Roles_are_renewed_at_each_sign_in_and_what_is_lost_ends_the_other_sessions()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var before = await host.SignInAsync(provider, new IdToken(Groups: ["sre", "one"]));
        Assert.Contains("operator of all playbooks, operator of wss-primary", await before.PageAsync("/account"), StringComparison.Ordinal);

        using var more = await host.SignInAsync(provider, new IdToken(Groups: ["sre", "one", "boss"]));
        Assert.Equal(HttpStatusCode.OK, await more.StatusAsync("/accounts"));

        using var less = await host.SignInAsync(provider, new IdToken(Groups: "one"));
        Assert.Contains("<p>kim: viewer of all playbooks, operator of wss-primary</p>", await less.PageAsync("/account"), StringComparison.Ordinal);
        Assert.Equal(
            [HttpStatusCode.Redirect, HttpStatusCode.Redirect], [await before.StatusAsync("/account"), await more.StatusAsync("/account")]);
        Assert.Equal(2, (await RowsAsync(host)).Count(row => row.StartsWith("account.renew-roles kim", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_lost_every_role_is_out_at_the_next_try_and_what_an_admin_gave_stays()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var boss = await host.SignInAsync(provider, new IdToken("subject-0", "boss", "boss"));
        using var kim = await host.SignInAsync(provider, new IdToken(Groups: "sre"));
        var id = await host.DatabaseAsync(database => database.Accounts
            .Where(account => account.UserName == "kim").Select(account => account.Id).SingleAsync(TestContext.Current.CancellationToken));

        provider.Next = new IdToken();
        Assert.Equal(HttpStatusCode.Forbidden, (await kim.EnterAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await kim.StatusAsync("/account"));

        await boss.PostFromAsync($"/accounts/{id}", $"/accounts/{id}/roles", ("role", "Viewer"), ("playbook", ""));
        using var again = await host.SignInAsync(provider, new IdToken());
        Assert.Contains("<p>kim: viewer of all playbooks</p>", await again.PageAsync("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_sees_where_a_role_comes_from_and_closes_the_account()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var root = await host.SetUpAsync();
        using var kim = await host.SignInAsync(provider, new IdToken(Groups: "sre"));

        var page = await root.PageAsync("/accounts/2");
        Assert.Contains("open, signs in with single sign-on", page, StringComparison.Ordinal);
        Assert.Contains("by single sign-on, renewed at each sign-in", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/accounts/2/invitation", page, StringComparison.Ordinal);
        var invited = await root.PostFromAsync("/accounts/2", "/accounts/2/invitation");
        Assert.Contains("no such account", await invited.TextAsync(), StringComparison.Ordinal);

        await root.PostFromAsync("/accounts/2", "/accounts/2/disable");
        Assert.Equal(HttpStatusCode.Redirect, await kim.StatusAsync("/account"));
        var refused = await kim.EnterAsync();
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("closed your account", await refused.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_without_admin_does_not_take_the_first_admin_away()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        using var kim = await host.SignInAsync(provider, new IdToken(Groups: "look"));

        using var root = await host.SetUpAsync();

        Assert.Equal(HttpStatusCode.OK, await root.StatusAsync("/accounts"));
    }

    private static Task<List<string>> RowsAsync(RunningHost host) => host.DatabaseAsync(database => database.Audit
        .OrderBy(row => row.Sequence).Select(row => row.Act + " " + row.Who + ": " + row.Why).ToListAsync(TestContext.Current.CancellationToken));
}
