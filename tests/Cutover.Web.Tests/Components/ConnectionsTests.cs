using Bunit;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Core.StackStatistics;
using Cutover.Web.Components.Run;

namespace Cutover.Web.Tests.Components;

/// <summary>Where new connections go and where the open ones are, as the page shows it.</summary>
public sealed class ConnectionsTests : IAsyncLifetime
{
    private static readonly string Counted = SampleRuns.Text
        .Replace("127.0.0.1:9/\" }", "127.0.0.1:9/\", statistics: [{ haproxy: \"http://127.0.0.1:9/stats;csv\" }] }", StringComparison.Ordinal)
        .Replace("127.0.0.1:10/\" }", "127.0.0.1:10/\", statistics: [{ envoy: \"http://127.0.0.1:10\" }] }", StringComparison.Ordinal)
        .Replace("weight: 10 %, bake: 10s", "weight: 10 %, bake: 10s, until: connections >= 8 %", StringComparison.Ordinal);

    private DashboardBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await DashboardBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Without_statistics_the_page_says_that_nobody_sees_connections()
    {
        var page = Page(await (await bench.StartRunAsync()).ReachAsync(RunPhase.Settling));

        Assert.Equal(
            "No statistics named for the stacks: Cutover sees weights and answers, not connections.", page.Find("p.clocks").TextContent);
        Assert.Contains("not measured", page.Find(".shares").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_count_it_shows_no_figure()
    {
        var page = Page(await (await bench.StartRunAsync(Counted)).ReachAsync(RunPhase.Settling));

        Assert.Equal("The connections of the stacks are not counted yet.", page.Find("ul.clocks").TextContent.Trim());
        Assert.Contains("not counted yet", page.Find(".shares").TextContent, StringComparison.Ordinal);
        Assert.Contains("until connections >= 8 %", page.Find(".steps").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_clocks_and_when_the_slow_one_gets_there()
    {
        var run = await (await bench.StartRunAsync(Counted)).ReachAsync(RunPhase.Settling);
        await run.TakeAsync(Count(9.9m, 3));
        bench.Time.Advance(TimeSpan.FromSeconds(10));

        var page = Page(run);

        Assert.Equal(
            [
                "New connections of the last two minutes: 9.9 % on Envoy.",
                "Open connections: 3 % on Envoy, 8 % expected at 13:15 UTC (12:58-13:37), 9.5 % (near the weight) expected at 14:38 UTC "
                    + "(13:49 at the earliest).",
                "10,000 are open, 166.7 of them end in a minute: they last 1h on average.",
            ],
            page.FindAll("ul.clocks li").Select(line => line.TextContent));
        Assert.Contains("3.0 %of 10,000 open, 10 s ago", page.Find(".shares").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bake_that_is_over_names_the_time_at_which_enough_are_expected()
    {
        var run = await (await bench.StartRunAsync(Counted)).ReachAsync(RunPhase.Baking);
        bench.Time.Advance(TimeSpan.FromSeconds(30));
        await run.TakeAsync(Count(9.9m, 3));

        Assert.Matches("About [0-9:]+ UTC", Page(run).Find(".answers").TextContent);
    }

    [Fact]
    public async Task A_count_that_is_too_old_says_so_and_forecasts_nothing()
    {
        var run = await (await bench.StartRunAsync(Counted)).ReachAsync(RunPhase.Settling);
        await run.TakeAsync(Count(9.9m, 3));
        bench.Time.Advance(TimeSpan.FromMinutes(5));

        var words = Page(run).Find("ul.clocks").TextContent;
        Assert.Contains("nobody knows how it is now", words, StringComparison.Ordinal);
        Assert.DoesNotContain("expected", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rollback_says_when_the_connections_on_the_target_are_gone_and_so_does_its_end()
    {
        var run = await (await bench.StartRunAsync(Counted)).ReachAsync(RunPhase.Baking);
        await run.AskAsync(OperatorAct.RollBack, "users are hurt");
        await run.TakeAsync(Count(0, 40));
        Assert.Contains("Open connections: 40 % on Envoy, below 1 % expected at", Page(run).Find("ul.clocks").TextContent, StringComparison.Ordinal);

        await run.ReachAsync(RunPhase.RolledBack);
        var words = Page(run).Find("ul.clocks").TextContent;
        Assert.Contains("As last counted, at 2026-03-14 12:", words, StringComparison.Ordinal);
        Assert.Contains("below 1 % expected at", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_out_of_sight_is_named_and_a_hold_for_it_says_what_to_do()
    {
        var run = await (await bench.StartRunAsync(Counted)).ReachAsync(RunPhase.Baking);
        await run.AnswerAsync(AnswersVerdict.Matches, 90, 10);
        await run.TakeAsync(Count(9.9m, 3, 60, "http://127.0.0.1:10 is out of sight"));
        Assert.Contains("3-60 % on Envoy", Page(run).Find("ul.clocks").TextContent, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:10 is out of sight.", Page(run).Find("ul.clocks").TextContent, StringComparison.Ordinal);

        for (var half = 0; half < 8; half++)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(30));
            await run.TakeAsync(SampleRuns.Judged(Core.Gates.Verdict.Passed, bench.Time.GetUtcNow()));
        }

        Assert.Equal(HoldReason.ConnectionsUnseen, run.State.Hold!.Reason);
        Assert.Contains("Connections not counted", Page(run).Find(".answers").TextContent, StringComparison.Ordinal);
        Assert.Contains("skip the bake to go on without", Page(run).Find(".answers").TextContent, StringComparison.Ordinal);
    }

    // Ten thousand connections that last an hour.
    private ConnectionsCountedEvent Count(decimal fresh, decimal low, decimal? high = null, string? gap = null) => new(new TrafficShares(
        bench.Time.GetUtcNow(),
        new Share(fresh),
        new Share(low),
        new Share(low),
        new Share(high ?? low),
        10_000,
        new Churn(10_000, 600_000),
        gap is null ? [] : [gap])
    {
        IsWhole = gap is null,
    });

    private IRenderedComponent<RunPage> Page(Journey run)
    {
        var page = bench.Render<RunPage>(parameters => parameters.Add(p => p.Id, run.Id));
        page.WaitForElement(".run", TimeSpan.FromSeconds(30));
        return page;
    }
}
