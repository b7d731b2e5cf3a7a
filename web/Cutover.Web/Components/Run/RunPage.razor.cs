using Cutover.Core.Runs;
using Cutover.Engine.Decisions;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;
using Cutover.Web.Api;
using Cutover.Web.Components.Live;
using Cutover.Web.Components.Looks;
using Cutover.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace Cutover.Web.Components.Run;

/// <summary>One run: is it safe, what is it doing, what comes next, and how it is stopped.</summary>
public sealed partial class RunPage : LivePage
{
    private RunPageModel model = null!;
    private Task reading = Task.CompletedTask;

    [Parameter]
    public long Id { get; set; }

    [Inject]
    private RunArchive Archive { get; set; } = null!;

    [Inject]
    private DecisionDetails Details { get; set; } = null!;

    [Inject]
    private OpenRuns Runs { get; set; } = null!;

    [Inject]
    private OperatorName OperatorName { get; set; } = null!;

    [Inject]
    private RunReadings Readings { get; set; } = null!;

    [Inject]
    private LabHosting Lab { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<RunPage> Logger { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private string Title => model.Run?.Summary is { } run
        ? $"{PhaseLooks.Of(run.Phase, run.Hold is not null).Label} · {Words.Share(run.AskedShare)} · {run.Playbook} #{Id}"
        : $"Run {Id} · Cutover";

    protected override async Task OnInitializedAsync()
    {
        var decisions = new DecisionPage(Id, Archive, new OpenDecisions(Id, Details, Logger));
        model = new RunPageModel(Id, Readings, decisions, Runs, OperatorName, Time, Logger);
        comment = new CommentDraft(Id, Comments, OperatorName, Time, Logger);
        await (reading = model.ReadAsync(Leaving));
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Begin(_ => InvokeAsync(AskAgainAsync));
            Begin(FindDraftAsync);
            Begin(FollowAsync);
        }
    }

    // What others were shown last may be older than what this page was opened for, such as an act of the form before it.
    private async Task FollowAsync(CancellationToken leaving)
    {
        await reading;
        await Readings.FollowAsync(Id, shown => ShowAsync(shown, leaving), leaving);
    }

    private static ActView? RollBackAct(RunView run) => run.Acts.FirstOrDefault(act => act.Act == OperatorAct.RollBack);

    private static string? RollBackEffect(RunView run, string? whyNot) => RollBackAct(run) is { Allowed: true } back && whyNot is null ? back.Effect : null;

    private static string GuardWords(RunView run) =>
        run.Summary.IsOpen ? "the guard is armed in every phase, held or not" : "as last judged";

    private Task ShowAsync(RunReading shown, CancellationToken leaving) => InvokeAsync(async () =>
    {
        await model.ShowAsync(shown, leaving);
        StateHasChanged();
    });

    private async Task ReadAsync()
    {
        await model.ReadAsync(Leaving);
        StateHasChanged();
    }

    private string WhyNot(RunView run) => (Lab.World, run.Summary.IsOpen) switch
    {
        (null, _) => "no statistics named for the stacks",
        (_, true) => "the first sample comes in a second",
        _ => "shares are kept for half an hour, while the host runs",
    };

    private Task AskAsync(ActView act) => AskAsync(act, string.Empty);

    private async Task AskAsync(ActView act, string typed)
    {
        if (model.Run is not { } run)
        {
            return;
        }

        var reason = await ActDialog.AskAsync(Dialogs, run, act, typed);
        if (reason is not null)
        {
            // Before anything is asked of the browser, which may be gone: what was confirmed is done.
            var report = await model.ActAsync(act, reason, run.Summary.Sequence);
            Snackbar.Add(report.Title, report.Tone == Tone.Good ? MudBlazor.Severity.Success : MudBlazor.Severity.Error);
            await ReadAsync();
        }

        await Browser.InvokeVoidAsync("cutoverAct.forget");
        if (reason is not null)
        {
            await Browser.InvokeVoidAsync("cutoverAct.settle");
        }
    }

    // A confirmation that was open when the host went away is opened again, with what it would do now.
    private async Task AskAgainAsync()
    {
        var kept = await Browser.InvokeAsync<KeptReason?>("cutoverAct.kept", ActPages.Path(Id));
        await reading;
        if (kept is null || model.Run is not { } run)
        {
            return;
        }

        var act = run.Acts.FirstOrDefault(act => ActPages.Path(Id, act.Act) == kept.Path);
        if (act is { Allowed: true } && model.WhyNotAct is null)
        {
            await AskAsync(act, kept.Text);
            return;
        }

        model.NotAskedAgain(act, kept);
        await Browser.InvokeVoidAsync("cutoverAct.forget");
        StateHasChanged();
    }
}
