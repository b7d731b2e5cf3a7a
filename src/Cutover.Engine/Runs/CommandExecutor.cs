using Cutover.Core.Runs;
using Cutover.Engine.Dns;
using Cutover.Engine.Dns.Observation;
using Cutover.Engine.Schedule;
using Cutover.Engine.Storage;
using Cutover.Engine.Telemetry;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Runs;

/// <summary>
/// Performs the commands of one run and decides nothing. What takes time runs beside the loop, and its outcome comes back as an event.
/// </summary>
internal sealed class CommandExecutor(
    RunLoop loop,
    WeightedPairs pairs,
    AnswerObserver observer,
    WakeUpSchedule schedule,
    Announcements announcements,
    ILogger logger,
    CancellationToken stopping)
{
    private readonly ZoneWrites writes = new(stopping);

    public async ValueTask PerformAsync(IssuedCommand issued)
    {
        switch (issued.Command)
        {
            case ApplyWeightsCommand apply when !IsDue(apply):
                loop.Post(Occurrence.Of(CutOff(apply), issued.Id));
                break;
            case ApplyWeightsCommand apply:
                Begin(
                    issued,
                    token => pairs.ApplyAsync(loop.Run.Plan, loop.RunId, apply, token),
                    () => CutOff(apply),
                    writes.Begin(apply.ZoneId));
                break;
            case CheckChangeCommand check:
                Begin(
                    issued,
                    token => pairs.CheckAsync(check, token),
                    () => new ChangeUncheckedEvent(check.Change, "the host stopped"),
                    stopping);
                break;
            case ReadZoneCommand read:
                Begin(
                    issued,
                    token => pairs.ReadAsync(loop.Run.Plan, read, token),
                    () => new ZoneUnreadEvent(read.Reading, "the host stopped"),
                    stopping);
                break;
            case ObserveAnswersCommand observe:
                Begin(
                    issued,
                    token => observer.ObserveAsync(loop.Run.Plan, observe, token),
                    () => AnswerObserver.Unseen(loop.Run.Plan, observe, "the host stopped"),
                    stopping);
                break;
            case WakeAtCommand wake:
                await schedule.ArmAsync(loop.RunId, wake.At, stopping);
                break;
            case AnnounceCommand announce:
                await announcements.MakeAsync(loop.RunId, issued.Id, announce);
                break;
        }
    }

    /// <summary>The run is over: nothing wakes it any more, and a write still under way is cut off.</summary>
    public async ValueTask EndAsync()
    {
        await writes.EndAsync();
        await schedule.DisarmAsync(loop.RunId, CancellationToken.None);
    }

    // After a restart a write may be left over that a later change of the run has replaced: made now, it would undo that change.
    private bool IsDue(ApplyWeightsCommand apply) =>
        loop.Run.State.Pending.Any(change => change.Number == apply.Change && change.ChangeId is null);

    private static ChangeFailedEvent CutOff(ApplyWeightsCommand apply) =>
        new(apply.Change, ChangeFailure.Passing, "cut off by a later change of this run");

    private void Begin(
        IssuedCommand issued, Func<CancellationToken, Task<RunEvent>> perform, Func<RunEvent> cutOff, CancellationToken cancellation) =>
        _ = Task.Run(
            async () =>
            {
                using var performing = RunTracing.Perform(issued);
                var outcome = await OutcomeAsync(issued, perform, cutOff, cancellation);
                if (!stopping.IsCancellationRequested)
                {
                    loop.Post(Occurrence.Of(outcome, issued.Id));
                }
            },
            CancellationToken.None);

    private async Task<RunEvent> OutcomeAsync(
        IssuedCommand issued, Func<CancellationToken, Task<RunEvent>> perform, Func<RunEvent> cutOff, CancellationToken cancellation)
    {
        try
        {
            return await perform(cancellation);
        }
        catch (OperationCanceledException)
        {
            return cutOff();
        }
        catch (Exception failure)
        {
            // A bug of this product must not leave a run without an outcome: that would be a run that hangs.
            Log.CommandFailed(logger, loop.RunId, issued.Command.GetType().Name, failure);
            return issued.Command switch
            {
                ApplyWeightsCommand apply =>
                    new ChangeFailedEvent(apply.Change, ChangeFailure.Lasting, $"an error in Cutover itself: {failure.Message}"),
                CheckChangeCommand check => new ChangeUncheckedEvent(check.Change, $"an error in Cutover itself: {failure.Message}"),
                ReadZoneCommand read => new ZoneUnreadEvent(read.Reading, $"an error in Cutover itself: {failure.Message}"),
                ObserveAnswersCommand observe =>
                    AnswerObserver.Unseen(loop.Run.Plan, observe, $"an error in Cutover itself: {failure.Message}"),
                _ => throw new InvalidOperationException($"{issued.Command.GetType().Name} has no outcome."),
            };
        }
    }
}
