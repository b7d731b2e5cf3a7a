using Cutover.Core.Accounts;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Comments;
using Cutover.Engine.Decisions;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Web.Components.Looks;

namespace Cutover.Web.Components.Run;

/// <summary>What the page of one run shows. It is read from the database, and so never shows what was not committed.</summary>
public sealed class RunPageModel(
    long id,
    RunArchive archive,
    RunComments comments,
    RunDeviations deviations,
    DecisionDetails details,
    OpenRuns runs,
    OperatorName operatorName,
    TimeProvider time,
    ILogger logger)
{
    public long Id => id;

    /// <summary>The run as last read; null before, and when there is none of this number.</summary>
    public RunView? Run { get; private set; }

    public bool IsUnknown { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Why the latest reading failed; null when it did not. What was read before stays on the page.</summary>
    public string? ReadError { get; private set; }

    /// <summary>What came of the latest act.</summary>
    public ActReport? Report { get; private set; }

    public bool IsActing { get; private set; }

    /// <summary>Why this person may not act on the run, in words; null when they may.</summary>
    public string? WhyNotAct { get; private set; }

    public DecisionPage Decisions { get; } = new(id, archive, comments, new OpenDecisions(id, details, logger));

    /// <summary>Where the run has left its plan; null before it was read.</summary>
    public RunDifferencesView? Differences { get; private set; }

    public VerdictWindow Verdicts { get; } = new(id, archive);

    public AnswerWindow Answers { get; } = new(id, archive);

    public async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            var run = await archive.FindAsync(id, cancellation);
            if (run is not null)
            {
                WhyNotAct = (await operatorName.PermitAsync(Role.Operator, run.Summary.Playbook)).Refusal;
                await Verdicts.ReadAsync(run.Summary, [.. run.Gates.Select(gate => gate.Name)], time.GetUtcNow(), cancellation);
                await Answers.ReadAsync(Verdicts.Span, cancellation);
                await Decisions.ReadAsync(cancellation);
                Differences = await deviations.FindAsync(id, cancellation);
            }

            (Run, IsUnknown, ReadAt, ReadError) = (run, run is null, time.GetUtcNow(), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.RunNotRead(logger, id, failure);
            ReadError = failure.Message;
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
