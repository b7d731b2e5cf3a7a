using System.Diagnostics;
using System.Threading.Channels;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Telemetry;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Runs;

/// <summary>
/// Drives one run: takes its events one after the other, has the machine decide, stores the decision, and only then lets the commands go.
/// </summary>
internal sealed class RunLoop(
    OpenRun takenUp, RunJournal journal, RunFeed feed, RunMeter meter, TimeProvider time, ILogger<RunLoop> logger)
{
    // Longest wait before a decision that the database did not take is decided again.
    private static readonly TimeSpan StorageRetry = TimeSpan.FromSeconds(1);

    private readonly BreachClock breaches = new(meter, time);
    private readonly Channel<Mail> mailbox = Channel.CreateUnbounded<Mail>(new UnboundedChannelOptions { SingleReader = true });

    public long RunId => Run.Id;

    /// <summary>The run as of the latest stored decision.</summary>
    public OpenRun Run { get; private set; } = takenUp;

    public void Post(Occurrence occurrence) => mailbox.Writer.TryWrite(Stamp(occurrence, null));

    /// <summary>Posts an event and waits for what the machine decided; null when the run was over first.</summary>
    /// <exception cref="OperationCanceledException">The loop ended first, and the run goes on without it.</exception>
    public Task<Decision?> AskAsync(Occurrence occurrence)
    {
        var answer = new TaskCompletionSource<Decision?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var mail = Stamp(occurrence, answer);
        if (!mailbox.Writer.TryWrite(mail))
        {
            TurnAway(mail);
        }

        return answer.Task;
    }

    /// <summary>Runs until the run is finished or the host stops.</summary>
    /// <param name="dispatch">Performs a stored command; its outcome comes back through <see cref="Post"/>.</param>
    public async Task DriveAsync(Func<IssuedCommand, ValueTask> dispatch, CancellationToken cancellation)
    {
        try
        {
            while (!Run.State.Phase.IsFinished() && await mailbox.Reader.WaitToReadAsync(cancellation))
            {
                while (!Run.State.Phase.IsFinished() && mailbox.Reader.TryRead(out var mail))
                {
                    await TakeAsync(mail, dispatch, cancellation);
                }
            }
        }
        finally
        {
            Close();
        }
    }

    private async Task TakeAsync(Mail mail, Func<IssuedCommand, ValueTask> dispatch, CancellationToken cancellation)
    {
        using var deciding = RunTracing.Decide(RunId, mail.Occurrence.Event, mail.Cause);
        var before = Run.State.Phase;
        var (decision, commands) = await DecideOrTurnAwayAsync(mail, cancellation);
        deciding.Decided(Run.Sequence, decision);
        meter.Decided(Run.Plan.Playbook, mail.Occurrence, decision, time.GetElapsedTime(mail.PostedAt));
        breaches.Take(before, mail.Occurrence.Event, decision, mail.PostedAt);
        Log.Decided(logger, Run.Id, Run.Sequence, Run.State.Phase, decision.Reason);
        mail.Answer?.TrySetResult(decision);
        feed.Publish(new RunMoved(Run.Id, Run.Sequence));

        // What is done goes before what is said: nothing keeps a rollback from the wire.
        foreach (var command in commands.OrderBy(command => command.Command is AnnounceCommand))
        {
            await dispatch(command);
        }
    }

    private async Task<(Decision Decision, IReadOnlyList<IssuedCommand> Commands)> DecideOrTurnAwayAsync(
        Mail mail, CancellationToken cancellation)
    {
        try
        {
            return await DecideAsync(mail.Occurrence, cancellation);
        }
        catch
        {
            TurnAway(mail);
            throw;
        }
    }

    private async Task<(Decision Decision, IReadOnlyList<IssuedCommand> Commands)> DecideAsync(
        Occurrence occurrence, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var (seen, now) = (await SeenAsync(occurrence, cancellation), time.GetUtcNow());
                var decision = RunMachine.Decide(Run.Plan, Run.State, seen.Event, now);
                var stored = await journal.AppendAsync(Run, seen, decision, now, cancellation);
                Run = Run with { State = decision.State, Sequence = Run.Sequence + 1 };
                return (decision, [.. stored, .. decision.Commands.OfType<WakeAtCommand>().Select(wake => new IssuedCommand(0, wake))]);
            }
            catch (Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException)
            {
                throw;
            }
            catch (Exception failure) when (failure is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
            {
                // Nothing was decided that is not stored: the event is decided again, at its new time, once the database takes it.
                Log.StorageFailed(logger, Run.Id, failure);
                await Task.Delay(StorageRetry, time, cancellation);
            }
        }
    }

    // What a person asks for goes to the machine with what happened since the decision that they looked at.
    private async Task<Occurrence> SeenAsync(Occurrence occurrence, CancellationToken cancellation) =>
        occurrence is { AsOf: { } asOf, Event: OperatorAskedEvent asked } && asOf < Run.Sequence
            ? occurrence with { Event = asked with { Since = await journal.ChangedSinceAsync(Run.Id, asOf, cancellation) } }
            : occurrence;

    private void Close()
    {
        mailbox.Writer.TryComplete();
        while (mailbox.Reader.TryRead(out var mail))
        {
            TurnAway(mail);
        }
    }

    private void TurnAway(Mail mail)
    {
        if (Run.State.Phase.IsFinished())
        {
            mail.Answer?.TrySetResult(null);
        }
        else
        {
            mail.Answer?.TrySetCanceled();
        }
    }

    private Mail Stamp(Occurrence occurrence, TaskCompletionSource<Decision?>? answer) =>
        new(occurrence, answer, time.GetTimestamp(), Activity.Current?.Context ?? default);

    private readonly record struct Mail(
        Occurrence Occurrence, TaskCompletionSource<Decision?>? Answer, long PostedAt, ActivityContext Cause);
}
