using Bunit;
using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Cutover.Web.Components.History;
using Cutover.Web.Components.Overview;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using TestContext = Xunit.TestContext;

namespace Cutover.Web.Tests.Components;

public sealed class RunsPageTests : IAsyncLifetime
{
    private DashboardBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await DashboardBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public void Without_runs_it_says_what_a_run_is_and_where_to_start_one()
    {
        var page = bench.Render<RunsPage>();

        Assert.Contains("Nothing has been moved yet", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Equal("/start", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task An_open_run_shows_its_share_its_step_what_holds_it_and_what_comes_next()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.AwaitingApproval);
        await run.AskAsync(OperatorAct.Pause, "lunch");

        var card = bench.Render<RunsPage>().Find(".open-run").TextContent;

        Assert.Contains("10 %", card, StringComparison.Ordinal);
        Assert.Contains("Step 1 of 3", card, StringComparison.Ordinal);
        Assert.Contains("Held: waits for approval", card, StringComparison.Ordinal);
        Assert.Contains("lunch", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finished_runs_are_history_and_open_ones_are_not()
    {
        await (await bench.StartRunAsync()).ReachAsync(RunPhase.Completed);
        await bench.StartRunAsync();

        var page = bench.Render<RunsPage>();

        Assert.Contains("Completed", Assert.Single(page.FindAll(".history li")).TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".open-run"));
    }

    [Fact]
    public async Task A_run_that_is_started_elsewhere_appears_by_itself()
    {
        var page = bench.Render<RunsPage>();

        await bench.StartRunAsync();
        bench.PassTimeUntil(page, () => Assert.Single(page.FindAll(".open-run")));
    }

    [Fact]
    public async Task A_card_says_what_is_known_of_the_real_share_how_long_the_phase_lasts_and_how_the_gates_stand()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        await run.TakeAsync(SampleRuns.Judged(Verdict.Errored, bench.Time.GetUtcNow()));
        bench.Time.Advance(TimeSpan.FromSeconds(65));

        var card = bench.Render<RunsPage>().Find(".open-run").TextContent;

        Assert.Contains("real share not measured", card, StringComparison.Ordinal);
        Assert.Contains("in this phase for 1:05", card, StringComparison.Ordinal);
        Assert.Contains("handshakes: Not measured", card, StringComparison.Ordinal);
        Assert.Contains("looks again", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?text=nobody%20wrote%20this", 0, 0)]
    [InlineData("/?who=ada", 1, 1)]
    [InlineData("/?outcome=Completed", 0, 1)]
    [InlineData("/?outcome=RolledBack", 0, 0)]
    [InlineData("/?phase=Applying", 1, 0)]
    [InlineData("/?phase=Nonsense", 1, 1)]
    public async Task The_address_says_which_runs_are_shown(string address, int open, int finished)
    {
        await (await bench.StartRunAsync()).ReachAsync(RunPhase.Completed);
        await bench.StartRunAsync();
        bench.Service<NavigationManager>().NavigateTo(address);

        var page = bench.Render<RunsPage>();

        Assert.Equal((open, finished), (page.FindAll(".open-run").Count, page.FindAll(".history li").Count));
        Assert.Equal(open + finished == 0, page.FindAll(".empty").Count == 1);
        Assert.Single(page.FindAll(".filters"));
    }

    [Fact]
    public async Task Finding_changes_the_address()
    {
        await bench.StartRunAsync();
        var page = bench.Render<RunsPage>();

        // Found and used in one turn of the page, which renders itself again as the run moves.
        await page.InvokeAsync(() => page.Find(".filters input[name=text]").Change("smells"));
        await page.InvokeAsync(() => page.Find(".filters select[name=outcome]").Change("RolledBack"));
        await page.InvokeAsync(() => page.Find(".filters").Submit());

        Assert.Equal("?outcome=RolledBack&text=smells", new Uri(bench.Service<NavigationManager>().Uri).Query);
    }

    [Fact]
    public async Task A_database_that_cannot_be_read_is_said_on_both_pages()
    {
        await using (var context = await bench.Service<IDbContextFactory<CutoverContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await context.Database.ExecuteSqlRawAsync("DROP TABLE RunLines", TestContext.Current.CancellationToken);
        }

        Assert.Contains("Could not be read just now", bench.Render<RunsPage>().Markup, StringComparison.Ordinal);
        Assert.Contains("Could not be read just now", bench.Render<HistoryPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_has_pages_and_says_when_there_is_nothing()
    {
        Assert.Contains("No run is over yet", bench.Render<HistoryPage>().Markup, StringComparison.Ordinal);
        for (var run = 0; run < HistoryPageModel.PageSize + 1; run++)
        {
            await (await bench.StartRunAsync()).AskAsync(OperatorAct.Abandon, "enough");
        }

        var first = bench.Render<HistoryPage>();
        Assert.Equal(HistoryPageModel.PageSize, first.FindAll(".history li").Count);
        bench.Service<NavigationManager>().NavigateTo(first.Find(".older").GetAttribute("href")!);

        var second = bench.Render<HistoryPage>();
        Assert.Contains("#1", Assert.Single(second.FindAll(".history li")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Abandoned by ada: enough", second.Find(".history-why").TextContent, StringComparison.Ordinal);
        Assert.Contains("Newest", second.Find(".pager").TextContent, StringComparison.Ordinal);
    }
}
