using System.Collections.Immutable;
using System.Net;
using Bunit;
using Cutover.Core.Runs;
using Cutover.Engine.Auditing;
using Cutover.Engine.Comments;
using Cutover.Engine.Playbooks;
using Cutover.Engine.Reports;
using Cutover.Engine.Views;
using Cutover.Web.Components.Library;
using Cutover.Web.Components.Run;
using Cutover.Web.Reports;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Components;

/// <summary>What people write on a run, and what its page says of the plan.</summary>
public sealed class CommentTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private DashboardBench bench = null!;

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bench = await DashboardBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData(null, true, "c4 9 c3 8 c2 7")]
    [InlineData(10, false, "c4 9 c3 8 c2 7 c1")]
    [InlineData(9, false, "c3 8 c2 7 c1", 8, 7)]
    public void Comments_stand_between_the_decisions_in_their_order(int? before, bool hasOlder, string expected, params int[] sequences)
    {
        ImmutableArray<CommentView> comments = [Comment(1, 4), Comment(2, 7), Comment(3, 8), Comment(4, 9)];
        ImmutableArray<DecisionView> rows = [.. (sequences.Length == 0 ? [9, 8, 7] : sequences).Select(Decision)];

        var entries = LogEntry.Of(rows, comments, before, hasOlder);

        Assert.Equal(
            expected,
            string.Join(' ', entries.Select(entry => entry.Comment is { } comment ? $"c{comment.Id}" : $"{entry.Decision!.Sequence}")));
    }

    [Fact]
    public async Task What_is_written_stands_in_the_log_and_the_field_is_empty_again()
    {
        var page = Page((await bench.StartRunAsync()).Id);

        await page.InvokeAsync(() => page.Find("#comment").Input("the edge was\nreloaded"));
        await page.InvokeAsync(() => page.Find(".comment-box").Submit());

        page.WaitForAssertion(() => Assert.Equal("the edge was\nreloaded", page.Find(".log-comment .log-why").TextContent), Patience);
        Assert.Contains("comment by ada", page.Find(".log-comment").TextContent, StringComparison.Ordinal);
        Assert.True(string.IsNullOrEmpty(page.Find("#comment").GetAttribute("value")));
        Assert.Single(bench.Context.JSInterop.Invocations["cutoverDrafts.drop"]);
    }

    [Fact]
    public async Task What_another_person_writes_comes_to_an_open_page()
    {
        var run = await bench.StartRunAsync();
        var page = Page(run.Id);

        await bench.Service<RunComments>().AddAsync(run.Id, "look at the p99", new Origin("kim"), null, Cancellation);

        bench.PassTimeUntil(page, () => Assert.Contains("comment by kim", page.Find(".log-comment").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_refused_in_words_and_what_was_typed_stays()
    {
        var page = Page((await bench.StartRunAsync()).Id);

        await page.InvokeAsync(() => page.Find("#comment").Input(new string('x', RunComments.Longest + 1)));
        await page.InvokeAsync(() => page.Find(".comment-box").Submit());

        page.WaitForAssertion(
            () => Assert.Contains("2001 characters are too many", page.Find("#comment-state").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(RunComments.Longest + 1, page.Find("#comment").GetAttribute("value")!.Length);
    }

    [Fact]
    public async Task What_was_typed_before_is_offered_unless_it_came_through()
    {
        var run = await bench.StartRunAsync();
        bench.Context.JSInterop.Setup<Draft?>("cutoverDrafts.find", $"comment:{run.Id}").SetResult(
            new Draft("half a thou", null, bench.Time.GetUtcNow()));
        var page = Page(run.Id);
        page.WaitForElement(".comment-acts .link", Patience);
        Assert.True(string.IsNullOrEmpty(page.Find("#comment").GetAttribute("value")));

        await page.InvokeAsync(() => page.Find(".comment-acts .link").Click());
        Assert.Equal("half a thou", page.Find("#comment").GetAttribute("value"));

        await bench.Service<RunComments>().AddAsync(run.Id, "half a thou", new Origin("ada"), null, Cancellation);
        Assert.Empty(Page(run.Id).FindAll(".comment-acts .link"));
    }

    [Fact]
    public async Task Who_only_looks_cannot_write_and_is_told_why()
    {
        await using var viewer = await DashboardBench.StartAsync("Viewer");
        var run = await viewer.StartRunAsync();
        var page = viewer.Render<RunPage>(parameters => parameters.Add(p => p.Id, run.Id));
        page.WaitForElement("#comment", Patience);

        Assert.True(page.Find("#comment").HasAttribute("disabled"));
        Assert.Contains("needs the role Operator", page.Find("#comment-state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_that_nothing_differs_and_then_what_does()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        Assert.Contains("Nothing differs.", Page(run.Id).Find(".differences").TextContent, StringComparison.Ordinal);

        await run.AskAsync(OperatorAct.Skip, "seen enough");
        await bench.Service<PlaybookLibrary>().SaveAsync(
            SampleRuns.Text.Replace("minSamples: 50", "minSamples: 60", StringComparison.Ordinal),
            1,
            null,
            PlaybookOrigin.Editor,
            new Origin("kim"),
            null,
            Cancellation);

        var panel = Page(run.Id).Find(".differences");
        Assert.Equal(["Skipped", "Version", "Gates"], panel.QuerySelectorAll("li").Select(item => item.GetAttribute("data-kind")));
        Assert.Equal("/playbooks/wss-primary?version=2&from=1", panel.QuerySelector("li a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_report_has_the_comments()
    {
        var run = await bench.StartRunAsync();
        await bench.Service<RunComments>().AddAsync(run.Id, "</td>the edge was\nreloaded", new Origin("kim"), null, Cancellation);

        var document = ReportDocument.Of((await bench.Service<RunReports>().FindAsync(run.Id, Cancellation))!);

        Assert.Contains("What people wrote", ReportHtml.Write(document), StringComparison.Ordinal);
        Assert.Contains("| kim | 1 | &lt;/td&gt;the edge was reloaded |", ReportMarkdown.Write(document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_form_writes_a_comment_once_and_says_what_it_does_not_take()
    {
        await using var host = await RunningHost.WithPeopleAsync();
        using var root = await host.SetUpAsync();
        var id = await new StoredRuns(host).StartAsync();
        var path = FormattableString.Invariant($"/runs/{id}/comments");

        foreach (var _ in new[] { 1, 2 })
        {
            var sent = await root.PostAsync(path, ("text", "sent without a circuit"), ("key", "one"));
            Assert.Equal((HttpStatusCode.SeeOther, FormattableString.Invariant($"/runs/{id}")), (sent.StatusCode, sent.Headers.Location?.ToString()));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await root.PostAsync(path, ("text", " "))).StatusCode);
        Assert.Single(People.In(await root.PageAsync(path), "<li>[^<]*(root: sent without a circuit)</li>").Split('\n'));
        Assert.Equal(HttpStatusCode.NotFound, await root.StatusAsync("/runs/987/comments"));
    }

    private static CommentView Comment(long id, long after) => new(id, 1, after, SampleRuns.Noon, "ada", "so");

    private static DecisionView Decision(int sequence) => new(sequence, SampleRuns.Noon, "woke up", null, RunPhase.Baking, 1, "so", false, true);

    private IRenderedComponent<RunPage> Page(long id)
    {
        var page = bench.Render<RunPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForElement("#comment", Patience);
        return page;
    }
}
