using System.Net;
using Cutover.Web.Access;
using Cutover.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Access;

public sealed class SetUpTests
{
    [Fact]
    public async Task The_first_start_gives_a_link_by_which_the_first_admin_comes_to_be_once()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        var older = new Uri((await AccessAnnouncement.SetUpLinkAsync(host.App))!).PathAndQuery;
        var link = new Uri((await AccessAnnouncement.SetUpLinkAsync(host.App))!).PathAndQuery;
        var code = link.Split('=')[1];
        using var browser = host.Browser();

        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync(older));
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("/invitation?code=" + code[..^1]));
        Assert.DoesNotContain(await Hashes(host), hash => hash.Contains(code, StringComparison.Ordinal));

        var made = await browser.PostAsync(link, ("name", "root"), ("password", People.Password), ("again", People.Password));
        Assert.Equal((HttpStatusCode.Redirect, "/"), (made.StatusCode, made.Headers.Location?.ToString()));
        Assert.Contains("admin of all playbooks", await browser.PageAsync("/account"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync(link));
        Assert.Null(await AccessAnnouncement.SetUpLinkAsync(host.App));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("root", "short", "short", "at least 12")]
    [InlineData("root", "long enough, but", "not the same", "The two passwords differ")]
    [InlineData("", "correct horse battery", "correct horse battery", "1 to 64")]
    [InlineData("ro<ot", "correct horse battery", "correct horse battery", "ro&lt;ot")]
    public async Task What_cannot_be_a_name_or_a_password_is_said_and_the_link_stays(string name, string password, string again, string words)
    {
        await using var host = await RunningHost.WithPeopleAsync();
        var link = new Uri((await AccessAnnouncement.SetUpLinkAsync(host.App))!).PathAndQuery;
        using var browser = host.Browser();

        var refused = await browser.PostAsync(link, ("name", name), ("password", password), ("again", again));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(words, await refused.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync(link));
        Assert.Equal(0, await host.DatabaseAsync(database => database.Accounts.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_link_that_is_too_old_is_over()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        var link = new Uri((await AccessAnnouncement.SetUpLinkAsync(host.App))!).PathAndQuery;
        await host.DatabaseAsync(database => database.Invitations.ExecuteUpdateAsync(
            set => set.SetProperty(one => one.ExpiresAt, DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.NotFound, await host.Browser().StatusAsync(link));
    }

    private static Task<List<string>> Hashes(RunningHost host) =>
        host.DatabaseAsync(database => database.Invitations.Select(one => one.Hash).ToListAsync(TestContext.Current.CancellationToken));
}
