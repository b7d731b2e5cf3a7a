using Bunit;
using Cutover.Core.Runs;
using Cutover.Web.Components.Run;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using TestContext = Xunit.TestContext;

namespace Cutover.Web.Tests.Components;

/// <summary>From the button to the machine's decision, with the engine driving the run.</summary>
public sealed class RunActsTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private DashboardBench bench = null!;
    private IRenderedComponent<MudDialogProvider> dialogs = null!;

    public async ValueTask InitializeAsync()
    {
        bench = await DashboardBench.StartAsync();
        dialogs = bench.Render<MudDialogProvider>();
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task The_confirmation_of_a_rollback_names_the_exact_weights_of_each_record()
    {
        var (_, page) = await OpenAsync(RunPhase.Baking);

        await PressAsync(page, ".roll-back");

        var row = dialogs.WaitForElement(".weights tbody tr", Patience);
        Assert.Contains(SampleRuns.Record, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("90/10", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("100/0", row.QuerySelector("strong")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Applies {SampleRuns.Record} 100/0", dialogs.Find(".dialog-effect").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmed_rollback_is_taken_and_its_reason_is_on_record()
    {
        var (run, page) = await OpenAsync(RunPhase.Baking);

        await PressAsync(page, ".roll-back");
        dialogs.WaitForElement(".mud-dialog input", Patience).Input("it smells");
        await PressAsync(dialogs, ".confirm");

        page.WaitForAssertion(
            () => Assert.Contains("Roll back to HAProxy: accepted", page.Find(".act-result").TextContent, StringComparison.Ordinal),
            Patience);
        var log = await bench.Archive.DecisionsAsync(run.Id, null, true, 50, TestContext.Current.CancellationToken);
        Assert.Contains(
            log, row => row is { Who: not null, Event: "RollBack asked" } && row.Reason.Contains("it smells", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_act_did_is_on_the_page_at_once_and_no_pause_is_waited_for()
    {
        var (_, page) = await OpenAsync(RunPhase.Baking);

        await PressAsync(page, ".acts button:not(.roll-back)");
        dialogs.WaitForElement(".confirm", Patience);
        await PressAsync(dialogs, ".confirm");

        page.WaitForAssertion(() => Assert.Contains("Held: baking", page.Find(".answers").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_confirmation_that_is_cancelled_does_nothing()
    {
        var (run, page) = await OpenAsync(RunPhase.Baking);

        await PressAsync(page, ".roll-back");
        dialogs.WaitForElement(".mud-dialog-actions button", Patience);
        await PressAsync(dialogs, ".mud-dialog-actions button");

        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll(".confirm")), Patience);
        Assert.Equal(RunPhase.Baking, (await bench.Archive.FindAsync(run.Id, TestContext.Current.CancellationToken))!.Summary.Phase);
    }

    [Fact]
    public async Task What_the_machine_refuses_is_shown_with_its_reason()
    {
        var (run, page) = await OpenAsync(RunPhase.Baking);
        await PressAsync(page, ".acts button:not(.roll-back)");
        dialogs.WaitForElement(".confirm", Patience);
        await bench.Service<Cutover.Engine.Runs.OpenRuns>()
            .ActAsync(run.Id, new OperatorAskedEvent(OperatorAct.Pause, "grace", "first"), TestContext.Current.CancellationToken);

        await PressAsync(dialogs, ".confirm");

        page.WaitForAssertion(
            () => Assert.Contains("Pause: refused", page.Find(".act-result").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("paused by grace: first", page.Find(".act-result").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_that_was_lost_and_is_not_to_be_had_any_more_says_so_with_the_reason()
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        bench.Context.JSInterop.Setup<KeptReason?>("cutoverAct.kept", _ => true)
            .SetResult(new KeptReason($"/runs/{run.Id}/acts/Resume", "lunch is over"));

        var page = bench.Render<RunPage>(parameters => parameters.Add(p => p.Id, run.Id));

        page.WaitForAssertion(() =>
        {
            var said = page.Find(".act-result").TextContent;
            Assert.Contains("Resume: not asked", said, StringComparison.Ordinal);
            Assert.Contains("The reason was: lunch is over", said, StringComparison.Ordinal);
        });
        Assert.NotEmpty(bench.Context.JSInterop.Invocations["cutoverAct.forget"]);
    }

    [Fact]
    public async Task An_act_that_needs_a_reason_cannot_be_confirmed_without_one()
    {
        var (run, _) = await OpenAsync(RunPhase.Baking);
        var view = (await bench.Archive.FindAsync(run.Id, TestContext.Current.CancellationToken))!;
        var abandon = view.Acts.Single(act => act.Act == OperatorAct.Abandon);

        var asked = dialogs.InvokeAsync(() => ActDialog.AskAsync(bench.Service<IDialogService>(), view, abandon, string.Empty));

        Assert.True(dialogs.WaitForElement(".confirm", Patience).HasAttribute("disabled"));
        dialogs.Find(".mud-dialog input").Input("moved by hand");
        await PressAsync(dialogs, ".confirm");
        Assert.Equal("moved by hand", await asked.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    // Found and clicked in one turn of the renderer, which cannot draw in between.
    private static Task PressAsync<T>(IRenderedComponent<T> component, string selector)
        where T : IComponent => component.InvokeAsync(() => component.Find(selector).Click());

    private async Task<(Journey Run, IRenderedComponent<RunPage> Page)> OpenAsync(RunPhase phase)
    {
        var run = await (await bench.StartRunAsync()).ReachAsync(phase);
        await bench.DriveAsync();
        var page = bench.Render<RunPage>(parameters => parameters.Add(p => p.Id, run.Id));
        page.WaitForElement(".run", Patience);
        return (run, page);
    }
}
