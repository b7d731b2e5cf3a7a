using System.Collections.Immutable;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;
using Cutover.Web.Playbooks;

namespace Cutover.Web.Components.Start;

/// <summary>A playbook on its way to a run: text, then a plan that is looked at, then the start.</summary>
public sealed class StartPageModel(
    PlaybookFolder folder, RunPlanning planning, OpenRuns runs, OperatorName operatorName, TimeProvider time, ILogger<StartPageModel> logger)
{
    private string text = string.Empty;

    public ImmutableArray<string> Files { get; private set; } = folder.List();

    public string Folder => folder.Path;

    public string? File { get; private set; }

    public string Text
    {
        get => text;
        set => (text, Outcome, Plan, Error, Changed) = (value, null, null, null, null);
    }

    /// <summary>What planning came to; null while the text was changed since.</summary>
    public PlanOutcome? Outcome { get; private set; }

    public PlanView? Plan { get; private set; }

    /// <summary>The plan that was shown is no longer the one that would run; null while it is.</summary>
    public PlanChanged? Changed { get; private set; }

    /// <summary>Names the start of this plan, so that a form that is sent twice starts one run.</summary>
    public string StartKey { get; private set; } = string.Empty;

    /// <summary>Something that should not happen did.</summary>
    public string? Error { get; private set; }

    public bool IsBusy { get; private set; }

    public async Task PickAsync(string file, CancellationToken cancellation)
    {
        var read = await TryAsync(() => folder.ReadAsync(file, cancellation));
        if (read is not null)
        {
            (File, Text) = (file, read);
            await PlanAsync(cancellation);
        }
    }

    public Task PlanAsync(CancellationToken cancellation) => TryAsync(async () =>
    {
        Take(await planning.PlanAsync(Text, cancellation));
        return Outcome;
    });

    /// <summary>What a form without a circuit came to.</summary>
    /// <param name="file">The file that was picked; null for none.</param>
    /// <param name="refusal">Why it was not done; null when planning was all that was asked.</param>
    public void Show(string? file, string playbook, PlanOutcome? outcome, string? refusal = null)
    {
        (File, Text) = (file, playbook);
        if (outcome is not null)
        {
            Take(outcome);
        }

        Error = refusal;
    }

    /// <summary>Starts a run of the text, if its plan is still the one that is shown.</summary>
    /// <returns>The run's number; null when there is no run, and the page says why.</returns>
    public async Task<long?> StartAsync(string? why)
    {
        var reason = string.IsNullOrWhiteSpace(why) ? null : why.Trim();
        var permit = await operatorName.PermitStartAsync(Text);
        if (permit.Origin is not { } origin)
        {
            Error = permit.Refusal;
            return null;
        }

        var started = await TryAsync<StartOutcome>(async () => await runs.StartAsync(
            Text, origin, reason, Plan?.Checksum, request: null, CancellationToken.None));
        Changed = started as PlanChanged;
        if (started is RunNotStarted refused)
        {
            Take(refused.Plan);
        }

        return (started as RunStarted)?.RunId;
    }

    private void Take(PlanOutcome outcome)
    {
        (Outcome, Plan, Changed) = (outcome, outcome is PlanMade made ? PlanView.From(made.Plan, time.GetUtcNow()) : null, null);
        StartKey = Guid.NewGuid().ToString();
    }

    private async Task<T?> TryAsync<T>(Func<Task<T?>> work)
        where T : class
    {
        (IsBusy, Error) = (true, null);
        try
        {
            return await work();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.StartFailed(logger, failure);
            Error = failure.Message;
            return null;
        }
        finally
        {
            IsBusy = false;
        }
    }
}
