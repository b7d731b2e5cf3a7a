using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Reports;
using Cutover.Tests.Fixtures;
using Cutover.Web.Reports;
using Cutover.Web.Tests.Components;

namespace Cutover.Web.Tests.Reports;

public sealed class ReportTests : IAsyncLifetime
{
    private const string Hostile = "</td><script>alert(1)</script> | **bold** [x](javascript:y) `tick` <!-- & @all";

    private DashboardBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await DashboardBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task A_run_that_went_back_is_told_as_approved()
    {
        var report = await ReportAsync(await RolledBackAsync("it smells"));

        RepositoryFiles.AssertHolds("tests/Cutover.Web.Tests/Reports/rolled-back.html", ReportHtml.Write(report));
        RepositoryFiles.AssertHolds("tests/Cutover.Web.Tests/Reports/rolled-back.md", ReportMarkdown.Write(report));
    }

    [Fact]
    public async Task An_open_run_that_has_moved_nothing_is_told_as_approved()
    {
        var run = await bench.StartRunAsync(inPreflight: true);

        RepositoryFiles.AssertHolds(
            "tests/Cutover.Web.Tests/Reports/preflight.md", ReportMarkdown.Write(await ReportAsync(run.Id)));
    }

    [Fact]
    public async Task What_people_and_playbooks_write_can_break_neither_the_page_nor_the_table()
    {
        var report = await ReportAsync(await RolledBackAsync(Hostile));
        var (html, markdown) = (ReportHtml.Write(report), ReportMarkdown.Write(report));

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("[x](javascript", markdown, StringComparison.Ordinal);
        var row = markdown.Split('\n').First(line => line.Contains("RollBack asked", StringComparison.Ordinal));
        Assert.Equal(5, row.Replace("\\|", string.Empty, StringComparison.Ordinal).Count(letter => letter == '|'));
    }

    [Fact]
    public async Task The_line_of_what_was_asked_for_follows_what_a_person_adopted()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        await run.ChangeByHandAsync(30, 70);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await run.AskAsync(OperatorAct.Adopt, "it was me");
        bench.Time.Advance(TimeSpan.FromMinutes(1));

        var report = (await bench.Service<RunReports>().FindAsync(run.Id, TestContext.Current.CancellationToken))!;

        Assert.Equal([0.1, 0.7], report.Asked.Select(one => Math.Round(one.Share, 2)));
        Assert.Single(report.Moves);
        // The last column of the drawing in characters stands at the height of 70 % of 77 %.
        Assert.EndsWith("▇", ReportCharts.Shares(report).Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_needs_nothing_beside_it()
    {
        var html = ReportHtml.Write(await ReportAsync(await RolledBackAsync("enough")));

        Assert.Contains("<svg", html, StringComparison.Ordinal);
        foreach (var outside in new[] { "src=", "href=", "url(", "@import", "<script", "<link" })
        {
            Assert.DoesNotContain(outside, html, StringComparison.Ordinal);
        }
    }

    private async Task<long> RolledBackAsync(string why)
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        await run.TakeAsync(SampleRuns.Judged(Verdict.Inconclusive, bench.Time.GetUtcNow(), 99.6));
        await run.ReachAsync(RunPhase.AwaitingApproval);
        await run.AskAsync(OperatorAct.Pause, "lunch");
        await run.AskAsync(OperatorAct.RollBack, why);
        await run.ReachAsync(RunPhase.RolledBack);
        return run.Id;
    }

    private async Task<System.Collections.Immutable.ImmutableArray<ReportBlock>> ReportAsync(long id) => ReportDocument.Of(
        (await bench.Service<RunReports>().FindAsync(id, TestContext.Current.CancellationToken))!);
}
