using Bunit;
using Cutover.Core.Plans;
using Cutover.Engine.Auditing;
using Cutover.Engine.Playbooks;
using Cutover.Engine.Views;
using Cutover.Web.Components.Start;

namespace Cutover.Web.Tests.Components;

public sealed class StartPageTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private DashboardBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await DashboardBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public void Lists_the_playbook_files_and_nothing_else()
    {
        bench.Playbook("b.yaml", SampleRuns.Text);
        bench.Playbook("a.yml", SampleRuns.Text);
        bench.Playbook("notes.txt", "no");

        var files = bench.Render<StartPage>().FindAll(".file").Select(file => file.TextContent.Trim());

        Assert.Equal(["a.yml", "b.yaml"], files);
    }

    [Fact]
    public void Every_problem_of_a_file_is_shown_with_its_place_and_its_mend_and_nothing_can_be_started()
    {
        bench.Playbook("broken.yaml", SampleRuns.Text
            .Replace("bake: 10s", "bake: 10", StringComparison.Ordinal)
            .Replace("breach:", "breech:", StringComparison.Ordinal));
        var page = bench.Render<StartPage>();

        page.Find("input[value='broken.yaml']").Change("broken.yaml");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".problems li").Count), Patience);
        Assert.Contains("Line 9, column", page.Find(".problems").TextContent, StringComparison.Ordinal);
        Assert.Contains("10s", page.Find(".problems").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".start-button"));
    }

    [Fact]
    public void Text_that_was_changed_since_its_plan_has_to_be_planned_again()
    {
        var page = bench.Render<StartPage>();

        page.Find("textarea").Input("version: 1");

        Assert.Contains("check it and plan again", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".start-button"));
    }

    [Fact]
    public void Refusals_name_the_record_what_was_found_and_what_to_do()
    {
        var list = bench.Render<RefusalList>(parameters => parameters.Add(
            l => l.Refusals, [new Refusal("wss.lab.example A", "both weights are 0", "Give the source a weight")]));

        Assert.Contains(
            "wss.lab.example A: both weights are 0. Give the source a weight.",
            string.Join(' ', list.Find("li").TextContent.Split()).Replace(".Give", ". Give", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_shows_each_step_with_its_exact_share_weights_bake_and_approval()
    {
        var panel = bench.Render<PlanPanel>(parameters => parameters.Add(p => p.Plan, PlanView.From(SampleRuns.Plan, SampleRuns.Noon)));

        var second = panel.FindAll("[aria-label='Steps of the plan'] .plan-step")[1].TextContent;
        Assert.Contains("50 %", second, StringComparison.Ordinal);
        Assert.Contains("50/50", second, StringComparison.Ordinal);
        Assert.Contains("20s", second, StringComparison.Ordinal);
        Assert.Contains("by a person", second, StringComparison.Ordinal);
        Assert.Contains("90/10", second, StringComparison.Ordinal);
        Assert.Contains("12s", panel.Find(".plan-facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_that_cannot_be_read_is_said_and_not_swallowed()
    {
        bench.Playbook("good.yaml", SampleRuns.Text);
        var page = bench.Render<StartPage>();

        page.Find("input[value='good.yaml']").Change("good.yaml");

        page.WaitForAssertion(() => Assert.Contains("Route 53 could not be read", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(page.FindAll(".start-button"));
    }

    [Fact]
    public async Task A_file_that_is_older_than_what_was_saved_since_is_told_to_be()
    {
        bench.Playbook("good.yaml", SampleRuns.Text);
        var library = bench.Service<PlaybookLibrary>();
        await library.TakeFolderAsync([("good.yaml", SampleRuns.Text)], Xunit.TestContext.Current.CancellationToken);
        await library.SaveAsync(
            SampleRuns.Text + "\n# later", 1, null, PlaybookOrigin.Editor, new Origin("kim"), null, Xunit.TestContext.Current.CancellationToken);
        var page = bench.Render<StartPage>();

        page.Find("input[value='good.yaml']").Change("good.yaml");

        page.WaitForAssertion(
            () => Assert.Contains("is at version 2, which is another text", page.Find(".newer").TextContent, StringComparison.Ordinal), Patience);
    }
}
