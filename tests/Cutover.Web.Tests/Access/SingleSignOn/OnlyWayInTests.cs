using System.Net;
using Cutover.Web.Access;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Access.SingleSignOn;

public sealed class OnlyWayInTests
{
    [Fact]
    public async Task Without_passwords_the_provider_is_the_only_way_in()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync("--Cutover:Oidc:AllowLocal=false");
        await host.AddAsync("root", "Admin");
        using var browser = host.Browser();

        Assert.DoesNotContain("<form", await browser.PageAsync("/sign-in"), StringComparison.Ordinal);
        await browser.PostAsync("/sign-in", ("name", "root"), ("password", People.Password));
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/account"));
        Assert.Null(await AccessAnnouncement.SetUpLinkAsync(host.App));

        using var boss = await host.SignInAsync(provider, new IdToken(Groups: "boss"));
        Assert.DoesNotContain("New account", await boss.PageAsync("/accounts"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await boss.StatusAsync("/invitation?code=x"));
        await boss.PostFromAsync("/accounts/1", "/accounts/1/disable");
        Assert.Contains("last admin", await (await boss.PostFromAsync("/accounts/2", "/accounts/2/disable")).TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_down_is_said_to_be_and_passwords_still_work()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await provider.HostAsync();
        await host.AddAsync("root", "Admin");
        await provider.DisposeAsync();
        using var browser = host.Browser();

        var answer = await browser.GetAsync("/sign-in/start");

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Contains("Example ID does not answer", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Contains(host.Log.Lines, line => line.StartsWith("5109 ", StringComparison.Ordinal));
        using var root = await host.SignInAsync("root");
        Assert.Equal("/sign-in", (await root.PostFromAsync("/account", "/sign-out")).Headers.Location?.ToString());
    }
}
