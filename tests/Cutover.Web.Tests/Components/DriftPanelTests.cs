using Bunit;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Web.Components.Run;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using TestContext = Xunit.TestContext;

namespace Cutover.Web.Tests.Components;

/// <summary>Someone else's change as the page shows it, and what can be done about it.</summary>
public sealed class DriftPanelTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private DashboardBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await DashboardBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task A_zone_that_holds_what_was_applied_takes_no_room_on_the_page() =>
        Assert.Empty(Page(await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking)).FindAll(".drift, .zones, .resolvers"));

    [Fact]
    public async Task The_difference_is_shown_per_record_with_since_when_and_where_to_look_for_who()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        await run.ChangeByHandAsync(40, 60);

        var panel = Page(run).Find(".drift");

        Assert.Contains("lab.example (Z1)", panel.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [SampleRuns.Record, "90/10", "40/60"], panel.QuerySelectorAll("tbody tr > *").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("seen to differ at", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("CloudTrail", panel.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_answer_to_it_says_which_weights_become_which()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        await run.ChangeByHandAsync(40, 60);

        var acts = Page(run).FindAll(".drift-acts li").Select(act => act.TextContent).ToList();

        Assert.Equal(4, acts.Count);
        Assert.Contains($"Writes nothing. The run takes {SampleRuns.Record} 40/60 (instead of 90/10)", acts[0], StringComparison.Ordinal);
        Assert.Contains($"Writes {SampleRuns.Record} 90/10 over what someone else wrote", acts[1], StringComparison.Ordinal);
        Assert.Contains($"Applies {SampleRuns.Record} 100/0", acts[2], StringComparison.Ordinal);
        Assert.Contains("Nobody guards it afterwards", acts[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_adopted_is_off_and_says_why_beside_it()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        var key = run.State.Applied[0].Record;
        await run.ChangeByHandAsync(90, 10, new PairDifference(DifferenceKind.Content, key, $"{key} \"envoy\" is 10.9.9.9"));

        var page = Page(run);

        Assert.True(page.Find(".drift-adopt").HasAttribute("disabled"));
        Assert.False(page.Find(".drift-restore").HasAttribute("disabled"));
        Assert.Contains("Only weights can be adopted", page.Find(".drift-acts").TextContent, StringComparison.Ordinal);
        Assert.Contains("10.9.9.9", page.Find(".drift-further").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adoption_is_confirmed_with_the_weights_it_takes_and_ends_the_drift()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        await run.ChangeByHandAsync(40, 60);
        await bench.DriveAsync();
        var dialogs = bench.Render<MudDialogProvider>();
        var page = Page(run);

        await PressAsync(page, ".drift-adopt");
        Assert.Contains("40/60", dialogs.WaitForElement(".weights tbody strong", Patience).TextContent, StringComparison.Ordinal);
        await PressAsync(dialogs, ".confirm");

        page.WaitForAssertion(
            () => Assert.Contains("Adopt the change: accepted", page.Find(".act-result").TextContent, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".drift")), Patience);
        var view = (await bench.Archive.FindAsync(run.Id, TestContext.Current.CancellationToken))!;
        Assert.Equal(("40/60", HoldReason.Operator), (view.Records[0].Applied, view.Summary.Hold!.Reason));
    }

    private static Task PressAsync<T>(IRenderedComponent<T> component, string selector)
        where T : IComponent => component.InvokeAsync(() => component.Find(selector).Click());

    private IRenderedComponent<RunPage> Page(Journey run)
    {
        var page = bench.Render<RunPage>(parameters => parameters.Add(p => p.Id, run.Id));
        page.WaitForElement(".run", Patience);
        return page;
    }
}
