using Bunit;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Web.Components.Charts;
using Cutover.Web.Components.Run;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Tests.Components;

/// <summary>What the name servers and the resolvers answer, as the page shows it.</summary>
public sealed class ObservedAnswerTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private DashboardBench bench = null!;

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bench = await DashboardBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Answers_that_match_are_a_dot_in_the_chart_and_a_quiet_line()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Settling);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await run.AnswerAsync(AnswersVerdict.Matches, 180, 20);

        var page = Page(run);

        var looks = bench.Context.JSInterop.Invocations["cutoverPlot.show"].SelectMany(call => ((PlotUpdate)call.Arguments[1]!).Lines).Select(line => line[1]);
        Assert.Superset(new HashSet<string> { "asked", "seen" }, looks.ToHashSet());
        Assert.Contains("answered 180/20", page.Find("p.answer-note").TextContent, StringComparison.Ordinal);
        Assert.Contains("200 answers", page.Find(".shares").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_that_differ_twice_hold_the_run_and_say_what_to_do()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Settling);
        await run.AnswerAsync(AnswersVerdict.Differs, 100, 100);
        await run.AnswerAsync(AnswersVerdict.Differs, 98, 102);

        var page = Page(run);

        Assert.Equal(HoldReason.AnswersDiffer, run.State.Hold!.Reason);
        Assert.Contains("Answers do not match", page.Find(".answers").TextContent, StringComparison.Ordinal);
        Assert.Contains("find who else answers", page.Find(".answers").TextContent, StringComparison.Ordinal);
        Assert.Contains(SampleRuns.Record, page.Find(".answer-note").TextContent, StringComparison.Ordinal);
        Assert.Contains("98/102", page.Find(".answer-note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolvers_of_the_playbook_have_their_own_chart_and_list()
    {
        var run = await bench.StartRunAsync(SampleRuns.Text.Replace(
            "dns: { ownership: off }", "dns: { ownership: off, observe: { resolvers: [1.1.1.1, 8.8.8.8] } }", StringComparison.Ordinal));
        await using (var context = await bench.Service<IDbContextFactory<CutoverContext>>().CreateDbContextAsync(Cancellation))
        {
            context.Answers.Add(Stale(run.Id));
            await context.SaveChangesAsync(Cancellation);
        }

        var panel = Page(run).Find(".resolvers");

        Assert.Equal(
            ["1.1.1.1: HAProxy for 12 s more", "8.8.8.8: Envoy"], panel.QuerySelectorAll(".resolver-list li").Select(line => line.TextContent));
        Assert.Contains("50 % on Envoy", panel.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_without_a_stack_is_a_gap_and_no_dot()
    {
        var frame = new ChartFrame(SampleRuns.Noon, SampleRuns.Noon.AddMinutes(1), 0, 1);

        Assert.Equal("M500 100h0", AnswerLines.Dots(frame, [Seen(30, 0.5), Seen(40, null)]));
    }

    private static AnswerView Seen(int second, double? share) =>
        new(1, SampleRuns.Noon.AddSeconds(second), SampleRuns.Record, AnswerOrigin.NameServers, 1, 1, 0, 0, share, 0.5, "seen");

    private AnswerRecord Stale(long run) => new()
    {
        RunId = run,
        At = bench.Time.GetUtcNow().AddMilliseconds(1),
        Record = SampleRuns.Record,
        Origin = AnswerOrigin.Resolvers,
        Source = 1,
        Target = 1,
        Other = 0,
        Failed = 0,
        Asked = 0.1,
        Words = "1.1.1.1: HAProxy for 12 s more; 8.8.8.8: Envoy",
    };

    private IRenderedComponent<RunPage> Page(Journey run)
    {
        var page = bench.Render<RunPage>(parameters => parameters.Add(p => p.Id, run.Id));
        page.WaitForElement(".run", Patience);
        return page;
    }
}
