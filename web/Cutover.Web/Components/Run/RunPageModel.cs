using Cutover.Core.Accounts;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Web.Components.Live;
using Cutover.Web.Components.Looks;

namespace Cutover.Web.Components.Run;

/// <summary>One person's page of a run: what all pages of it show, and what is this person's own.</summary>
public sealed class RunPageModel(
    long id,
    RunReadings readings,
    DecisionPage decisions,
    OpenRuns runs,
    OperatorName operatorName,
    TimeProvider time,
    ILogger logger)
{
    private DateTimeOffset? permittedAt;
    private string? ownError;

    public long Id => id;

    /// <summary>What all pages of the run show.</summary>
    public RunReading Reading { get; private set; } = new(0, time.GetUtcNow());

    public RunView? Run => Reading.Run;

    /// <summary>Why the latest reading failed; null when it did not. What was read before stays on the page.</summary>
    public string? Error => Reading.Error ?? ownError;

    /// <summary>What came of the latest act.</summary>
    public ActReport? Report { get; private set; }

    public bool IsActing { get; private set; }

    /// <summary>Why this person may not act on the run, in words; null when they may. It can be as old as <see cref="RunWatch.Fallback"/>.</summary>
    public string? WhyNotAct { get; private set; }

    public DecisionPage Decisions => decisions;

    /// <summary>Takes in a reading that is begun now: what the person just did is in it.</summary>
    public async Task ReadAsync(CancellationToken cancellation) => await ShowAsync(await readings.ReadAsync(id, cancellation), cancellation);

    /// <summary>Takes in a reading. One that is older than what is shown already says nothing.</summary>
    public async Task ShowAsync(RunReading reading, CancellationToken cancellation)
    {
        if (reading.Number < Reading.Number)
        {
            return;
        }

        // The first reading of those who follow knows nothing of the one that the page began with.
        Reading = reading.ReadAt is null && Reading.ReadAt is not null
            ? Reading with { Number = reading.Number, Now = reading.Now, Error = reading.Error }
            : reading;
        try
        {
            await PermitAsync(Reading);
            await decisions.ShowAsync(Reading, cancellation);
            ownError = null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.RunNotRead(logger, id, failure);
            ownError = failure.Message;
        }
    }

    /// <summary>Asks the machine, and keeps what it answered. Closing the page does not take back what was asked.</summary>
    /// <param name="asOf">Number of the decision that was on the page when the person made up their mind.</param>
    public async Task<ActReport> ActAsync(ActView act, string? reason, long asOf)
    {
        IsActing = true;
        try
        {
            var permit = await operatorName.PermitAsync(Role.Operator, Run?.Summary.Playbook);
            if (permit.Origin is not { } origin)
            {
                return Report = new ActReport(Tone.Attention, $"{act.Label}: not allowed", permit.Refusal!, time.GetUtcNow());
            }

            var asked = new OperatorAskedEvent(
                act.Act, origin.Who, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), act.Step, origin.Person);
            var seen = Occurrence.Of(asked) with { AsOf = ActRequest.LookedAt(act.Act, asOf), Origin = origin };
            return Report = ReportOf(act, await runs.ActAsync(id, seen, CancellationToken.None));
        }
        catch (Exception failure)
        {
            Log.ActFailed(logger, id, act.Label, failure);
            return Report = new ActReport(
                Tone.Danger,
                $"{act.Label}: failed",
                $"{failure.Message} It may or may not have been decided on: look at the decision log.",
                time.GetUtcNow());
        }
        finally
        {
            IsActing = false;
        }
    }

    /// <summary>Says that a confirmation which was open when the host went away is not to be had any more.</summary>
    /// <param name="act">As it stands now; null when the run does not offer it at all.</param>
    public void NotAskedAgain(ActView? act, KeptReason kept) => Report = new ActReport(
        Tone.Attention,
        $"{act?.Label ?? kept.Path.Split('/')[^1]}: not asked",
        $"The connection was lost before it was confirmed, and now {WhyNotNow(act)}.{(kept.Text.Length == 0 ? null : $" The reason was: {kept.Text}")}",
        time.GetUtcNow());

    public void Dismiss() => Report = null;

    // An act asks again: this only switches the buttons.
    private async Task PermitAsync(RunReading reading)
    {
        if (reading.Run is { } run && !(reading.Now - permittedAt < RunWatch.Fallback))
        {
            WhyNotAct = (await operatorName.PermitAsync(Role.Operator, run.Summary.Playbook)).Refusal;
            permittedAt = reading.Now;
        }
    }

    private string WhyNotNow(ActView? act) => WhyNotAct is { } refusal ? $"you may not: {refusal.TrimEnd('.')}"
        : Run is { Summary.IsOpen: false } ? "the run is over"
        : act is null ? "the run does not offer it"
        : $"it is off: {act.Effect.TrimEnd('.')}";

    private ActReport ReportOf(ActView act, ActOutcome outcome) => outcome switch
    {
        ActDone done => new ActReport(Tone.Good, $"{act.Label}: accepted", done.Reason, time.GetUtcNow()),
        ActRefused refused => new ActReport(Tone.Attention, $"{act.Label}: refused", refused.Reason, time.GetUtcNow()),
        _ => new ActReport(Tone.Danger, $"{act.Label}: not done", $"There is no run {id}.", time.GetUtcNow()),
    };
}
