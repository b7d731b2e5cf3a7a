using Bunit;
using Cutover.Core.Runs;
using Cutover.Web.Components.Overview;

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
}
