using Bunit;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Views;
using Cutover.Web.Components.Run;
using Cutover.Web.Components.Start;

namespace Cutover.Web.Tests.Components;

/// <summary>Several zones and several waves: what stands where, and what moves when.</summary>
public sealed class ZonesAndWavesTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private DashboardBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await DashboardBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task A_step_that_only_one_of_two_zones_has_says_what_stands_where()
    {
        var run = await bench.StartRunAsync(SampleRuns.TwoZones);
        await run.TakeAsync(new ChangeAcceptedEvent(1, "C1", null));

        var page = Page(run);

        var zones = page.FindAll(".zones li").Select(zone => zone.TextContent).ToList();
        Assert.Contains("PENDING", zones[0], StringComparison.Ordinal);
        Assert.Contains("holds wss.lab.example A 90/10", zones[0], StringComparison.Ordinal);
        Assert.Contains("holds wss.other.example A 100/0", zones[1], StringComparison.Ordinal);
        Assert.Contains("being asked for wss.other.example A 90/10", zones[1], StringComparison.Ordinal);
        var other = page.FindAll("[aria-label='Weights of every record'] tbody tr")[1].TextContent;
        Assert.Contains("other.example (Z2)", other, StringComparison.Ordinal);
        Assert.Contains("asked", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_the_second_zone_refuses_is_shown_being_put_back_in_the_first()
    {
        var run = await bench.StartRunAsync(SampleRuns.TwoZones);
        await run.TakeAsync(new ChangeAcceptedEvent(1, "C1", null));
        await run.TakeAsync(new ChangeFailedEvent(2, ChangeFailure.Lasting, "AccessDenied"));

        var page = Page(run);

        Assert.Equal(RunPhase.PuttingBack, run.State.Phase);
        Assert.Contains("being put back", page.Find(".zones h2").TextContent, StringComparison.Ordinal);
        Assert.Contains("Back: asked", page.Find(".zones li").TextContent, StringComparison.Ordinal);
        Assert.Contains("Route 53 refuses the step", page.Find(".answers").TextContent, StringComparison.Ordinal);
        Assert.Contains("AccessDenied", page.Find(".answers").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeline_of_a_run_names_its_waves_and_the_steps_beside_them()
    {
        var page = Page(await bench.StartRunAsync(SampleRuns.Waves));

        Assert.Equal(["All records", "Wave backup", "Wave primary", "All records"], page.FindAll(".steps .wave").Select(wave => wave.TextContent));
        Assert.Equal(6, page.FindAll(".steps .step").Count);
        Assert.Contains("TTL 5s to 2s", page.Find(".steps .step").TextContent, StringComparison.Ordinal);
        Assert.Contains("Asking Route 53 for the lower TTL", page.Find(".answers").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_with_waves_shows_what_each_step_changes_and_nothing_else()
    {
        var panel = Panel(SampleRuns.Of(SampleRuns.Waves));

        var steps = panel.FindAll(".plan-step").Select(step => step.TextContent).ToList();
        Assert.Contains("Lower TTL", steps[0], StringComparison.Ordinal);
        Assert.Contains("TTL 5s to 2s", steps[0], StringComparison.Ordinal);
        Assert.Contains("wss.other.example A", steps[1], StringComparison.Ordinal);
        Assert.DoesNotContain("wss.lab.example A", steps[1], StringComparison.Ordinal);
        Assert.Contains("Hand back", steps[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_says_of_what_its_times_are_made_which_calls_it_makes_and_what_names_it()
    {
        var plan = SampleRuns.Plan with { Forecast = new Forecast(new MeasuredTime(TimeSpan.FromSeconds(31), 12), null, null) };
        var panel = Panel(plan);

        var safe = panel.Find(".safe-times tbody tr").TextContent;
        Assert.Contains("31s", safe, StringComparison.Ordinal);
        Assert.Contains("measured, n = 12", safe, StringComparison.Ordinal);
        Assert.Contains("assumed", safe, StringComparison.Ordinal);
        Assert.Contains("zone", safe, StringComparison.Ordinal);
        Assert.Contains("3 writes (ChangeResourceRecordSets)", panel.Find(".calls").TextContent, StringComparison.Ordinal);
        Assert.Equal(PlanChecksum.Of(plan), panel.Find(".checksum").TextContent);
    }

    [Fact]
    public void Warnings_of_a_plan_stand_before_its_steps_and_are_no_refusal()
    {
        var panel = Panel(SampleRuns.Plan with { Warnings = [new PlanWarning(SampleRuns.Record, "the target is unhealthy", "Mend it first")] });

        Assert.Contains("One warning", panel.Find(".warnings").TextContent, StringComparison.Ordinal);
        Assert.Contains("the target is unhealthy. Mend it first.", string.Join(' ', panel.Find(".warnings li").TextContent.Split()), StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("[role=alert]"));
    }

    private IRenderedComponent<PlanPanel> Panel(Plan plan) =>
        bench.Render<PlanPanel>(parameters => parameters.Add(p => p.Plan, PlanView.From(plan, SampleRuns.Noon)));

    private IRenderedComponent<RunPage> Page(Journey run)
    {
        var page = bench.Render<RunPage>(parameters => parameters.Add(p => p.Id, run.Id));
        page.WaitForElement(".run", Patience);
        return page;
    }
}
