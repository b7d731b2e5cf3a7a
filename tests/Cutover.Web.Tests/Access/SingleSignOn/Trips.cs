using System.Net;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Access.SingleSignOn;

/// <summary>The way of a browser to the provider and back.</summary>
internal static class Trips
{
    public static Task<RunningHost> HostAsync(this OidcProvider provider, params string[] more) => RunningHost.WithSettingsAsync(
    [
        $"--Cutover:Oidc:Authority={provider.Address}",
        $"--Cutover:Oidc:ClientId={OidcProvider.ClientId}",
        $"--Cutover:Oidc:ClientSecret={OidcProvider.Secret}",
        "--Cutover:Oidc:Name=Example ID",
        "--Cutover:Oidc:Roles:look=viewer",
        "--Cutover:Oidc:Roles:sre=operator",
        "--Cutover:Oidc:Roles:boss=admin",
        "--Cutover:Oidc:Roles:one=viewer, operator:wss-primary",
        .. more,
    ]);

    /// <summary>There, and back to the door; whoever is let in is shown a page that leads on.</summary>
    public static async Task<HttpResponseMessage> EnterAsync(this Browser browser, string back = "/account") =>
        await browser.GetAsync((await browser.ReturnAsync(back)).AbsoluteUri);

    /// <summary>There, and not yet back.</summary>
    /// <returns>Where the provider sends the browser.</returns>
    public static async Task<Uri> ReturnAsync(this Browser browser, string back = "/account")
    {
        var there = await browser.GetAsync($"/sign-in/start?ReturnUrl={Uri.EscapeDataString(back)}");
        Assert.Equal(HttpStatusCode.Redirect, there.StatusCode);
        var answer = await browser.GetAsync(there.Headers.Location!.AbsoluteUri);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    /// <summary>A browser that is let in as this person.</summary>
    public static async Task<Browser> SignInAsync(this RunningHost host, OidcProvider provider, IdToken person)
    {
        provider.Next = person;
        var browser = host.Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.EnterAsync()).StatusCode);
        return browser;
    }

    /// <summary>Where a page leads on to by itself.</summary>
    public static string Onward(string page) => People.In(page, "http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");
}
