using Bunit;
using Cutover.Core.Runs;
using Cutover.Engine.Auditing;
using Cutover.Engine.Playbooks;
using Cutover.Web.Components.Library;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Cutover.Web.Tests.Components.Library;

public sealed class PlaybooksPageTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private DashboardBench bench = null!;

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bench = await DashboardBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public void Without_a_playbook_it_says_how_to_get_one() =>
        Assert.Contains("There is no playbook yet", List().Markup, StringComparison.Ordinal);

    [Fact]
    public void What_is_wrong_in_the_folder_is_named()
    {
        bench.Playbook("a.yaml", SampleRuns.Text);
        bench.Playbook("b.yaml", SampleRuns.Text + "\n# another");
        bench.Playbook("broken.yaml", "version: 1\nnames: x");

        var alerts = List().FindAll(".mud-alert").Select(alert => alert.TextContent).ToList();

        Assert.Contains(alerts, alert => alert.Contains("broken.yaml is no playbook and is left out: line 1", StringComparison.Ordinal));
        Assert.Contains(alerts, alert => alert.Contains("a.yaml and b.yaml both say that they are wss-primary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_playbook_shows_what_it_moves_who_changed_it_last_and_how_its_run_is()
    {
        bench.Playbook("a.yaml", SampleRuns.Text);
        var run = await bench.StartRunAsync();
        await run.AskAsync(OperatorAct.Abandon, "enough");

        var row = List().Find(".playbooks li").TextContent;

        Assert.Contains("HAProxy → Envoy", row, StringComparison.Ordinal);
        Assert.Contains("wss.lab.example", row, StringComparison.Ordinal);
        Assert.Contains("version 1, started by ada", row, StringComparison.Ordinal);
        Assert.Contains("Abandoned", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archived_ones_are_shown_when_they_are_asked_for()
    {
        bench.Playbook("a.yaml", SampleRuns.Text);
        List();
        await bench.Service<PlaybookLibrary>().ArchiveAsync("wss-primary", 1, null, new Origin("ada"), null, Cancellation);

        var page = List();
        Assert.Empty(page.FindAll(".playbooks li"));
        Do(page, () => page.Find("input[type=checkbox]").Change(true));

        page.WaitForAssertion(() => Assert.Contains("archived", page.Find(".playbooks li").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_page_shows_a_version_what_changed_in_it_and_that_it_is_not_the_newest()
    {
        bench.Playbook("a.yaml", SampleRuns.Text);
        List();
        await bench.Service<PlaybookLibrary>().SaveAsync(
            SampleRuns.Text.Replace("bake: 10s", "bake: 15s", StringComparison.Ordinal),
            1,
            "slower",
            PlaybookOrigin.Editor,
            new Origin("kim"),
            null,
            Cancellation);

        var newest = Page("?version=2&from=1");
        Assert.Equal(
            ["−removed:   - { weight: 10 %, bake: 10s }", "+added:   - { weight: 10 %, bake: 15s }"],
            newest.FindAll(".diff .removed .code, .diff .added .code").Select(cell => cell.TextContent));
        Assert.Contains("version 2, saved by kim", newest.Find("#text-title").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, newest.FindAll(".versions li").Count);
        Assert.Equal("true", newest.FindAll(".versions li")[0].GetAttribute("aria-current"));

        Assert.Contains("What starts is the newest", Page("?version=1").Markup, StringComparison.Ordinal);
        Assert.Contains("or no version 9 of it", Page("?version=9").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_cannot_be_made_says_why_and_starts_nothing()
    {
        bench.Playbook("a.yaml", SampleRuns.Text);
        var page = Page();

        Do(page, () => page.Find(".plan-button").Click());

        page.WaitForAssertion(() => Assert.Contains("Route 53 could not be read", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(page.FindAll(".start-button"));
    }

    [Fact]
    public void Archiving_takes_it_off_the_list_and_says_so()
    {
        bench.Playbook("a.yaml", SampleRuns.Text);
        var page = Page();

        Do(page, () => page.Find("#archive-note").Change("not needed"));
        Do(page, () => page.Find(".archive-button").Click());

        page.WaitForAssertion(() => Assert.Contains("Archived. It is listed again", page.Markup, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Contains("archived by ada", page.Find(".versions").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(page.FindAll(".archive-button"));
    }

    [Fact]
    public async Task Who_only_looks_cannot_archive_and_is_told_why()
    {
        await using var viewer = await DashboardBench.StartAsync("Viewer");
        viewer.Playbook("a.yaml", SampleRuns.Text);
        var page = viewer.Render<PlaybookPage>(parameters => parameters.Add(p => p.Name, "wss-primary"));
        page.WaitForElement(".archive-button", Patience);

        Assert.True(page.Find(".archive-button").HasAttribute("disabled"));
        Assert.Contains("needs the role Operator", page.Find(".archive").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<PlaybookPage> Page(string query = "")
    {
        bench.Context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/playbooks/wss-primary{query}");
        var page = bench.Render<PlaybookPage>(parameters => parameters.Add(p => p.Name, "wss-primary"));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("h1.quiet")), Patience);
        return page;
    }

    // In one turn with the page's own renderings: what was found is still there when it is used.
    private static void Do<T>(IRenderedComponent<T> page, Action act)
        where T : IComponent => page.InvokeAsync(act).GetAwaiter().GetResult();

    private IRenderedComponent<PlaybooksPage> List()
    {
        var page = bench.Render<PlaybooksPage>();
        page.WaitForElement(".playbooks, .empty", Patience);
        page.WaitForElement(".freshness [aria-hidden]", Patience);
        return page;
    }
}
