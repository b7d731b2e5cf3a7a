using System.Net;
using System.Text.RegularExpressions;
using Cutover.Core.Accounts;
using Cutover.Engine.Auditing;
using Cutover.Engine.Storage;
using Cutover.Web.Access;
using Cutover.Web.Access.People;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Hosts;

/// <summary>Accounts of a running host, and people who use them through its own forms.</summary>
internal static partial class People
{
    public const string Password = "correct horse battery";

    private static readonly Origin Test = new("the test");

    private static int sources = 1;

    /// <summary>Makes the first account, an admin, by the link that the host prints.</summary>
    public static async Task<Browser> SetUpAsync(this RunningHost host, string name = "root")
    {
        var link = await AccessAnnouncement.SetUpLinkAsync(host.App) ?? throw new InvalidOperationException("There is an account already.");
        var browser = host.Browser();
        var done = await browser.PostAsync(new Uri(link).PathAndQuery, ("name", name), ("password", Password), ("again", Password));
        Assert.Equal("/", done.Headers.Location?.ToString());
        return browser;
    }

    /// <summary>Makes an account that can sign in.</summary>
    public static async Task<long> AddAsync(this RunningHost host, string name, params string[] grants)
    {
        await using var scope = host.App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountChanges>();
        var (code, problem) = await accounts.CreateAsync(Test, name, Grant.Parse(grants[0])!, CancellationToken.None);
        Assert.Null(problem);
        var invitation = await scope.ServiceProvider.GetRequiredService<Invitations>().FindAsync(code!, CancellationToken.None);
        var (account, wrong) = await scope.ServiceProvider.GetRequiredService<Passwords>().AcceptAsync(
            invitation!, name, Password, null, CancellationToken.None);
        Assert.Null(wrong);
        foreach (var more in grants.Skip(1).Select(Grant.Parse))
        {
            Assert.Null(await accounts.GrantAsync(Test, account!.Id, more!.Role, more.Playbook, CancellationToken.None));
        }

        return account!.Id;
    }

    /// <summary>A personal token.</summary>
    public static Task<string> TokenAsync(
        this RunningHost host, string name, long account, Role role = Role.Admin, int days = 90, params string[] playbooks) =>
        host.App.Services.GetRequiredService<ApiTokens>().CreateAsync(
            new Origin(name, name), account, $"{name}'s", role, [.. playbooks], days, CancellationToken.None);

    /// <summary>A browser that comes from an address of its own.</summary>
    public static Browser Browser(this RunningHost host)
    {
        var source = Interlocked.Increment(ref sources);
        return new Browser(host.Client(new CookieContainer(), IPAddress.Parse($"127.1.{source / 250}.{(source % 250) + 1}")));
    }

    public static async Task<Browser> SignInAsync(this RunningHost host, string name, string password = Password)
    {
        var browser = host.Browser();
        var entered = await browser.PostAsync("/sign-in", ("name", name), ("password", password));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        return browser;
    }

    /// <summary>Reads the database.</summary>
    public static async Task<T> DatabaseAsync<T>(this RunningHost host, Func<CutoverContext, Task<T>> read)
    {
        await using var context = await host.App.Services.GetRequiredService<IDbContextFactory<CutoverContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await read(context);
    }

    /// <summary>The one thing in a page that a pattern with a group finds.</summary>
    public static string In(string page, string pattern) => WebUtility.HtmlDecode(Assert.Single(Regex.Matches(page, pattern)).Groups[1].Value);
}
