using System.Net;
using Cutover.Core.Runs;
using Cutover.Engine.Views;
using Cutover.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Notifications;

/// <summary>The link of a message, opened by all kinds of people.</summary>
public sealed class ApprovalLinkTests : IAsyncLifetime
{
    private HookedHost hooked = null!;
    private string token = null!;
    private long run;
    private string link = null!;

    private RunningHost Host => hooked.Host;

    private string Path => link.Split('?')[0];

    private string Code => link.Split("code=")[1];

    public async ValueTask InitializeAsync()
    {
        hooked = await HookedHost.StartAsync("approval-needed");
        token = await Host.TokenAsync("operator", await Host.AddAsync("operator", "Operator"));
        await Host.AddAsync("viewer", "Viewer");
        await Host.AddAsync("elsewhere", "Operator:other");
        run = await Host.StartAsync(token: token);
        link = new Uri((string)(await hooked.Receiver.NextAsync()).Json["data"]!["approvalLink"]!).PathAndQuery;
    }

    public ValueTask DisposeAsync() => hooked.DisposeAsync();

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_and_comes_back_to_the_link()
    {
        using var stranger = Host.Browser();

        var asked = await stranger.GetAsync(link);

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in"), (asked.StatusCode, asked.Headers.Location!.AbsolutePath));
        var signIn = asked.Headers.Location.PathAndQuery;
        Assert.Contains("Signed in already? Go on", await stranger.PageAsync(signIn), StringComparison.Ordinal);
        var entered = await stranger.PostAsync(signIn, ("name", "operator"), ("password", People.Password));
        Assert.Equal(link, entered.Headers.Location!.ToString());
        Assert.Contains("50/50", await stranger.PageAsync(link), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("viewer")]
    [InlineData("elsewhere")]
    public async Task Who_may_not_act_on_the_run_may_not_by_a_link_either(string name)
    {
        using var browser = await Host.SignInAsync(name);

        var shown = await browser.GetAsync(link);
        var posted = await browser.PostFromAsync("/account", Path, ("code", Code), ("asOf", "1"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (shown.StatusCode, posted.StatusCode));
        Assert.DoesNotContain("<form", await shown.TextAsync(), StringComparison.Ordinal);
        await AssertWaitsAsync();
    }

    [Fact]
    public async Task Opening_a_link_does_nothing_and_a_form_without_its_token_neither()
    {
        using var browser = await Host.SignInAsync("operator");

        var page = await browser.PageAsync(link);
        Assert.Equal(page.Length, (await browser.PageAsync(link)).Length);
        Assert.Contains("wss-primary.lab.example A</td><td>50/50</td><td>0/100</td>", page, StringComparison.Ordinal);
        using var bare = new FormUrlEncodedContent([new("code", Code), new("asOf", "1")]);
        var forged = await browser.Http.PostAsync(Path, bare, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        await AssertWaitsAsync();
    }

    [Fact]
    public async Task A_link_approves_once_and_goes_on_record()
    {
        using var browser = await Host.SignInAsync("operator");

        var approved = await ApproveAsync(browser);
        Assert.Equal(FormattableString.Invariant($"/runs/{run}"), approved.Headers.Location?.ToString());
        await UntilAsync(view => view.Summary.Step >= 2);
        var again = await browser.GetAsync(link);

        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Contains("This link was used already, by operator at", await again.TextAsync(), StringComparison.Ordinal);
        var late = await browser.PostFromAsync("/account", Path, ("code", Code), ("asOf", "1"));
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        var row = await Host.DatabaseAsync(database => database.Audit.SingleAsync(row => row.Act == "run.approve"));
        Assert.Equal(("operator", "looks good"), (row.Who, row.Why));
        Assert.Contains("\"approvalLink\":1", row.After, StringComparison.Ordinal);
        Assert.DoesNotContain(Code, string.Join('\n', Host.Log.Lines) + row.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_that_press_at_once_one_approves()
    {
        using var one = await Host.SignInAsync("operator");
        using var other = await Host.SignInAsync("operator");

        var pages = await Task.WhenAll(one.PageAsync(link), other.PageAsync(link));
        var answers = await Task.WhenAll(PressAsync(one, pages[0]), PressAsync(other, pages[1]));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther);
        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.Gone);
        Assert.Equal(1, await Host.DatabaseAsync(database => database.Audit.CountAsync(row => row.Act == "run.approve")));
    }

    [Fact]
    public async Task A_link_that_is_too_old_is_over()
    {
        await Host.DatabaseAsync(database => database.ApprovalLinks.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.ExpiresAt, DateTimeOffset.UnixEpoch)));
        using var browser = await Host.SignInAsync("operator");

        var over = await browser.GetAsync(link);

        Assert.Equal(HttpStatusCode.Gone, over.StatusCode);
        Assert.Contains("This link was good until 1970", await over.TextAsync(), StringComparison.Ordinal);
        await AssertWaitsAsync();
    }

    private async Task<HttpResponseMessage> ApproveAsync(Browser browser) => await PressAsync(browser, await browser.PageAsync(link));

    private Task<HttpResponseMessage> PressAsync(Browser browser, string page) => browser.PressAsync(
        page, Path, ("code", Code), ("asOf", People.In(page, "name=\"asOf\" value=\"(\\d+)\"")), ("reason", "looks good"));

    private async Task AssertWaitsAsync() => Assert.Equal(
        (RunPhase.AwaitingApproval, 0),
        (await Host.DatabaseAsync(database => database.Runs.Where(row => row.Id == run).Select(row => row.Phase).SingleAsync()),
            await Host.DatabaseAsync(database => database.ApprovalLinks.CountAsync(row => row.UsedAt != null))));

    private async Task UntilAsync(Func<RunView, bool> reached)
    {
        using var guard = Patience.Guard();
        var archive = Host.App.Services.GetRequiredService<Cutover.Engine.Runs.RunArchive>();
        while (!reached((await archive.FindAsync(run, guard.Token))!))
        {
            await Task.Delay(50, guard.Token);
        }
    }
}
