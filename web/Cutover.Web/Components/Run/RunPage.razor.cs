using System.Collections.Immutable;
using Cutover.Core.Runs;
using Cutover.Engine.Decisions;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;
using Cutover.Lab;
using Cutover.Web.Api;
using Cutover.Web.Components.Charts;
using Cutover.Web.Components.Live;
using Cutover.Web.Components.Looks;
using Cutover.Web.Components.Shares;
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
    private DateTimeOffset now;
    private LabShares? latest;
    private ImmutableArray<ShareSample> samples = [];
    private ChartSpan span;

    [Parameter]
    public long Id { get; set; }

    [Inject]
    private RunArchive Archive { get; set; } = null!;

    [Inject]
    private RunDeviations Deviations { get; set; } = null!;

    [Inject]
    private DecisionDetails Details { get; set; } = null!;

    [Inject]
    private OpenRuns Runs { get; set; } = null!;

    [Inject]
    private OperatorName OperatorName { get; set; } = null!;

    [Inject]
    private RunWatch Watch { get; set; } = null!;

    [Inject]
    private ShareHistory Shares { get; set; } = null!;

    [Inject]
    private ConnectionHistory Counted { get; set; } = null!;

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
        model = new RunPageModel(Id, Archive, Comments, Deviations, Details, Runs, OperatorName, Time, Logger);
        comment = new CommentDraft(Id, Comments, OperatorName, Time, Logger);
        now = Time.GetUtcNow();
        await (reading = model.ReadAsync(Leaving));
        SampleShares();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Begin(_ => InvokeAsync(AskAgainAsync));
            Begin(FindDraftAsync);
            Begin(leaving => Watch.FollowAsync(Id, ReadAsync, leaving));
            Begin(leaving => Watch.TickAsync(ShareSampling.Period, TickAsync, leaving));
        }
    }

    private static ActView? RollBackAct(RunView run) => run.Acts.FirstOrDefault(act => act.Act == OperatorAct.RollBack);

    private static string GuardWords(RunView run) =>
        run.Summary.IsOpen ? "the guard is armed in every phase, held or not" : "as last judged";

    private async Task ReadAsync(CancellationToken cancellation)
    {
        await InvokeAsync(async () =>
        {
            await model.ReadAsync(cancellation);
            now = Time.GetUtcNow();
            StateHasChanged();
        });
    }

    private Task TickAsync() => InvokeAsync(() =>
    {
        now = Time.GetUtcNow();
        SampleShares();
        StateHasChanged();
    });

    // What the lab shows now says nothing about a run that ended some time ago.
    private void SampleShares()
    {
        if (model.Run?.Summary is not { } run || Lab.World is null)
        {
            return;
        }

        var to = run.EndedAt is { } ended && now - ended > TimeSpan.FromMinutes(1) ? ended + TimeSpan.FromMinutes(1) : now;
        span = new ChartSpan(to - run.StartedAt > VerdictWindow.Longest ? to - VerdictWindow.Longest : run.StartedAt, to);
        samples = Shares.Between(span.From, span.To);
        latest = samples.IsEmpty ? null : samples[^1].Shares;
    }

    // Without the lab, the shares that are known are those of the observed answers.
    private ChartSpan ShareSpan => samples.IsEmpty ? model.Verdicts.Span : span;

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
            await ReadAsync(Leaving);
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
