using Bunit;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Cutover.Web.Components.Charts;
using Cutover.Web.Components.Looks;
using Cutover.Web.Components.Run;
using Microsoft.EntityFrameworkCore;
using TestContext = Xunit.TestContext;

namespace Cutover.Web.Tests.Components;

public sealed class RunPageTests : IAsyncLifetime
{
    private DashboardBench bench = null!;

    public static TheoryData<RunPhase> ForwardPhases =>
        [RunPhase.Applying, RunPhase.Syncing, RunPhase.Settling, RunPhase.Baking, RunPhase.AwaitingApproval, RunPhase.Completed];

    public static TheoryData<RunPhase> RollbackPhases =>
        [RunPhase.RollbackApplying, RunPhase.RollbackSyncing, RunPhase.RollbackVerifying, RunPhase.RollbackSettling, RunPhase.RolledBack];

    public async ValueTask InitializeAsync() => bench = await DashboardBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [MemberData(nameof(ForwardPhases))]
    public async Task Says_in_words_what_a_run_on_its_way_is_doing(RunPhase phase)
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(phase);

        var page = Page(run);

        Assert.Contains(PhaseLooks.Of(phase).Label, page.Find(".answers").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll(".step").Count);
    }

    [Fact]
    public async Task A_run_in_preflight_says_what_it_waits_for_and_that_nothing_is_written()
    {
        var run = await bench.StartRunAsync(inPreflight: true);
        await run.TakeAsync(SampleRuns.Judged(Verdict.Inconclusive, bench.Time.GetUtcNow(), 90));

        var page = Page(run);

        var answers = page.Find(".answers").TextContent;
        Assert.Contains("Nothing moved yet", answers, StringComparison.Ordinal);
        Assert.Contains("Preflight: nothing is written until every gate has passed on both stacks", answers, StringComparison.Ordinal);
        Assert.Contains("handshakes on Envoy (90 %: Inconclusive)", answers, StringComparison.Ordinal);
        Assert.Contains("Never passed yet", page.Find("article.gate").TextContent, StringComparison.Ordinal);
        var acts = (await bench.Archive.FindAsync(run.Id, TestContext.Current.CancellationToken))!.Acts;
        Assert.Equal("Skip preflight", acts.Single(act => act.Act == OperatorAct.Skip).Label);
    }

    [Fact]
    public async Task A_source_that_fails_in_preflight_holds_and_says_what_can_be_done()
    {
        var run = await bench.StartRunAsync(inPreflight: true);
        var now = bench.Time.GetUtcNow();
        var judged = SampleRuns.Judged(Verdict.Passed, now);
        await run.TakeAsync(judged with
        {
            Source = judged.Source! with { Verdict = Verdict.Failed, Words = "handshakes on HAProxy: 90 %: Failed", Arithmetic = "90 %: Failed" },
        });

        var answers = Page(run).Find(".answers").TextContent;

        Assert.Contains("Preflight does not pass", answers, StringComparison.Ordinal);
        Assert.Contains("HAProxy itself fails handshakes: 90 %: Failed; nothing was moved", answers, StringComparison.Ordinal);
        Assert.Contains("skip the preflight", answers, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RollbackPhases))]
    public async Task Says_why_a_run_goes_back_in_every_phase_of_a_rollback(RunPhase phase)
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        await run.AskAsync(OperatorAct.RollBack, "users are hurt");
        await run.ReachAsync(phase);

        var page = Page(run);

        Assert.Contains("users are hurt", page.Find(".answers").TextContent, StringComparison.Ordinal);
        Assert.Contains("HAProxy", page.Find(".answers .answer").TextContent, StringComparison.Ordinal);
        Assert.Contains("Undone", page.Find(".steps").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_abandoned_run_says_that_nobody_guards_it()
    {
        var run = await bench.StartRunAsync();
        await run.AskAsync(OperatorAct.Abandon, "moved by hand");

        Assert.Contains("Unguarded", Page(run).Find(".answers").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finished_run_offers_nothing_to_press()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Completed);

        Assert.Empty(Page(run).FindAll(".acts"));
    }

    [Fact]
    public async Task A_paused_run_is_held_and_offers_to_resume()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        await run.AskAsync(OperatorAct.Pause, "lunch");

        var page = Page(run);

        Assert.Contains("Held: baking", page.Find(".answers").TextContent, StringComparison.Ordinal);
        Assert.Contains("lunch", page.Find(".answers").TextContent, StringComparison.Ordinal);
        Assert.Contains(page.FindAll(".acts button"), button => button.TextContent.Contains("Resume", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Drift_is_shown_with_what_differs_and_a_rollback_says_that_it_overwrites()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        var foreign = run.State.Applied.Select(pair => pair with { Weights = new(1, 2) });
        await run.TakeAsync(new ZoneReadEvent(run.State.Reading, new PairReading([.. foreign], [])));

        var page = Page(run);

        Assert.Contains("changed by someone else", page.Find(".answers").TextContent, StringComparison.Ordinal);
        Assert.Contains("overwrites", page.Find("[data-run]").GetAttribute("data-rollback-effect"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_gate_sends_the_run_home_and_names_the_gate()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        await run.TakeAsync(SampleRuns.Judged(Verdict.Failed, bench.Time.GetUtcNow(), 95));

        var page = Page(run);

        Assert.Contains("Going back to HAProxy", page.Find(".answers").TextContent, StringComparison.Ordinal);
        Assert.Equal("Gate handshakes: Failed", page.Find(".gate").GetAttribute("aria-label"));
        var sent = bench.Context.JSInterop.Invocations["cutoverPlot.show"].Select(call => (PlotUpdate)call.Arguments[1]!);
        Assert.Contains(sent, update => update.Lines.Any(line => line[1] == "breach") && update.Y[2] is [95]);
    }

    [Fact]
    public async Task A_step_that_waits_offers_its_approval()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.AwaitingApproval);

        var page = Page(run);

        Assert.Contains(page.FindAll(".acts button"), button => button.TextContent.Contains("Approve", StringComparison.Ordinal));
        Assert.Contains("You decide", page.Find(".answers").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roll_back_is_off_and_says_why_while_the_run_rolls_back_already()
    {
        var run = await bench.StartRunAsync();
        await run.AskAsync(OperatorAct.RollBack);

        var page = Page(run);

        Assert.True(page.Find(".roll-back").HasAttribute("disabled"));
        Assert.Contains("rolling back already", page.Find(".acts-why").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_lab_the_share_of_connections_is_not_measured_and_the_page_says_so()
    {
        var run = await bench.StartRunAsync();

        var shares = Page(run).Find(".shares").TextContent;

        Assert.Contains("not measured", shares, StringComparison.Ordinal);
        Assert.Contains("no statistics named for the stacks", shares, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_follows_the_run_without_a_refresh()
    {
        var run = await bench.StartRunAsync();
        var page = Page(run);

        await run.ReachAsync(RunPhase.Syncing);
        bench.PassTimeUntil(page, () => Assert.Contains("Syncing", page.Find(".answers").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_is_left_stops_watching()
    {
        var run = await bench.StartRunAsync();
        var page = Page(run);
        var feed = bench.Service<Cutover.Engine.Runs.RunFeed>();
        page.WaitForAssertion(() => Assert.Equal(1, feed.Subscribers));

        await bench.Context.DisposeComponentsAsync();

        Assert.True(SpinWait.SpinUntil(() => feed.Subscribers == 0, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task An_error_while_reading_is_shown_and_what_was_read_stays()
    {
        var run = await bench.StartRunAsync();
        var page = Page(run);
        await using (var context = await bench
            .Service<IDbContextFactory<CutoverContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await context.Database.ExecuteSqlRawAsync("ALTER TABLE Verdicts RENAME TO Gone", TestContext.Current.CancellationToken);
        }

        bench.PassTimeUntil(page, () => Assert.Contains("no such table", page.Markup, StringComparison.Ordinal));
        Assert.Contains("wss-primary", page.Find("h1").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_without_a_run_says_so() =>
        Assert.Contains("There is no run 77", bench.Render<RunPage>(page => page.Add(p => p.Id, 77)).Markup, StringComparison.Ordinal);

    private IRenderedComponent<RunPage> Page(Journey run)
    {
        var page = bench.Render<RunPage>(parameters => parameters.Add(p => p.Id, run.Id));
        page.WaitForElement(".run");
        return page;
    }
}
