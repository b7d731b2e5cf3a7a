using AngleSharp.Dom;
using Bunit;
using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Cutover.Web.Components.Run;
using Microsoft.EntityFrameworkCore;
using TestContext = Xunit.TestContext;

namespace Cutover.Web.Tests.Components;

public sealed class DecisionLogTests : IAsyncLifetime
{
    private DashboardBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await DashboardBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task A_verdict_opens_its_raw_points_the_objective_and_the_arithmetic_and_closes_again()
    {
        var page = Page(await FailedAsync());

        await ToggleAsync(page, "gate judged");

        var detail = page.WaitForElement(".log-detail .points").Closest(".log-detail")!;
        Assert.Equal("true", Button(page, "gate judged").GetAttribute("aria-expanded"));
        Assert.Equal(detail.Id, Button(page, "gate judged").GetAttribute("aria-controls"));
        Assert.Contains($"100 of {Journey.PointsOfVerdict}", detail.QuerySelector(".points caption")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(100, detail.QuerySelectorAll(".points tbody tr").Length);
        Assert.Contains("handshakes on Envoy: 95 %: Failed", detail.TextContent, StringComparison.Ordinal);
        Assert.Contains(">= 99.5 %", detail.QuerySelector(".detail-figures")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("not observed", detail.QuerySelector(".detail-figures")!.TextContent, StringComparison.Ordinal);

        await ToggleAsync(page, "gate judged");
        page.WaitForState(() => page.FindAll(".log-detail").Count == 0);
        Assert.Equal("false", Button(page, "gate judged").GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task A_write_opens_its_batch_its_change_id_and_its_failed_tries()
    {
        var run = await bench.StartRunAsync();
        await run.TakeAsync(new ChangeFailedEvent(run.State.Pending[0].Number, ChangeFailure.Passing, "Throttling: Rate exceeded"));
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await run.TakeAsync(new TickedEvent());
        await run.ReachAsync(RunPhase.Settling);
        var page = Page(run);

        await ToggleAsync(page, "change accepted");

        var detail = page.WaitForElement(".log-detail .batch").Closest(".log-detail")!;
        var batch = detail.QuerySelectorAll(".batch tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(["DELETE", "DELETE", "CREATE", "CREATE"], detail.QuerySelectorAll(".batch tbody td:first-child").Select(cell => cell.TextContent));
        Assert.Contains(batch, line => line.Contains("wss.lab.example A", StringComparison.Ordinal) && line.Contains("90", StringComparison.Ordinal));
        var figures = detail.QuerySelector(".detail-figures")!.TextContent;
        Assert.Contains("Change idC1", figures, StringComparison.Ordinal);
        Assert.Contains("2 times", figures, StringComparison.Ordinal);
        Assert.DoesNotContain("not yet", figures, StringComparison.Ordinal);
        Assert.Contains("Throttling: Rate exceeded", detail.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_without_more_says_so()
    {
        var run = await bench.StartRunAsync();
        await run.AskAsync(OperatorAct.Resume);
        var page = Page(run);

        await ToggleAsync(page, "Resume asked");

        page.WaitForAssertion(() => Assert.Contains("nothing more is stored", page.Find(".log-detail").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_decision_that_cannot_be_read_says_why_and_is_read_when_asked_again()
    {
        var page = Page(await FailedAsync());
        await SqlAsync("ALTER TABLE Commands RENAME TO Gone");

        await ToggleAsync(page, "gate judged");
        page.WaitForAssertion(() => Assert.Contains("no such table", page.Find(".log-detail [role=alert]").TextContent, StringComparison.Ordinal));
        await SqlAsync("ALTER TABLE Gone RENAME TO Commands");
        await page.InvokeAsync(() => page.Find(".log-again").Click());

        page.WaitForElement(".log-detail .points");
    }

    [Fact]
    public async Task The_log_is_looked_through_by_what_it_is_about_by_gate_and_by_a_part_of_a_reason()
    {
        var run = await FailedAsync();
        await run.AskAsync(OperatorAct.RollBack, "users are HURT");
        var page = Page(run);

        await page.InvokeAsync(() => page.Find(".log-filters select").Change("Gates"));
        page.WaitForAssertion(() => Assert.Equal(["gate judged"], Events(page).Distinct()));
        await page.InvokeAsync(() => page.Find(".log-filters select").Change("People"));
        page.WaitForAssertion(() => Assert.Equal(["RollBack asked by ada (refused)", "started by ada"], Events(page)));
        await page.InvokeAsync(() => page.Find(".log-filters input").Change("hurt"));
        page.WaitForAssertion(() => Assert.Contains("No decision fits", page.Find(".log-none").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find(".log-filters select").Change(string.Empty));
        await page.InvokeAsync(() => page.Find(".log-filters input").Change("FAILED"));
        page.WaitForAssertion(() => Assert.Contains("gate judged", Events(page)));
        await page.InvokeAsync(() => page.FindAll(".log-filters select")[1].Change("handshakes"));
        page.WaitForAssertion(() => Assert.Equal(["gate judged"], Events(page)));
    }

    private async Task<Journey> FailedAsync()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        return await run.TakeAsync(SampleRuns.Judged(Verdict.Failed, bench.Time.GetUtcNow(), 95));
    }

    private async Task SqlAsync(string sql)
    {
        await using var context = await bench
            .Service<IDbContextFactory<CutoverContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        await context.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
    }

    private IRenderedComponent<RunPage> Page(Journey run)
    {
        var page = bench.Render<RunPage>(parameters => parameters.Add(p => p.Id, run.Id));
        page.WaitForElement(".run");
        return page;
    }

    private static List<string> Events(IRenderedComponent<RunPage> page) =>
        [.. page.FindAll(".log .log-event").Select(row => row.TextContent)];

    // Found and pressed in one go: the page draws itself anew whenever it likes.
    private static Task ToggleAsync(IRenderedComponent<RunPage> page, string happened) =>
        page.InvokeAsync(() => Button(page, happened).Click());

    private static IElement Button(IRenderedComponent<RunPage> page, string happened) =>
        page.FindAll(".log-open").First(button => button.TextContent.Contains(happened, StringComparison.Ordinal));
}
