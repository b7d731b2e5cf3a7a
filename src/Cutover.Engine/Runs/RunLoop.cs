using System.Threading.Channels;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Runs;

/// <summary>
/// Drives one run: takes its events one after the other, has the machine decide, stores the decision, and only then lets the commands go.
/// </summary>
internal sealed class RunLoop(OpenRun takenUp, RunJournal journal, RunFeed feed, TimeProvider time, ILogger<RunLoop> logger)
{
    // Longest wait before a decision that the database did not take is decided again.
    private static readonly TimeSpan StorageRetry = TimeSpan.FromSeconds(1);

    private readonly Channel<Mail> mailbox = Channel.CreateUnbounded<Mail>(new UnboundedChannelOptions { SingleReader = true });

    public long RunId => Run.Id;

    /// <summary>The run as of the latest stored decision.</summary>
    public OpenRun Run { get; private set; } = takenUp;

    public void Post(Occurrence occurrence) => mailbox.Writer.TryWrite(new Mail(occurrence, null));

    /// <summary>Posts an event and waits for what the machine decided; null when the run was over first.</summary>
    /// <exception cref="OperationCanceledException">The loop ended first, and the run is not over.</exception>
    public Task<Decision?> AskAsync(Occurrence occurrence)
    {
        var answer = new TaskCompletionSource<Decision?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!mailbox.Writer.TryWrite(new Mail(occurrence, answer)))
        {
            LeaveUndecided(answer);
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
                while (mailbox.Reader.TryRead(out var mail))
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
        var (decision, commands) = await DecideOrTellAsync(mail, cancellation);
        Log.Decided(logger, Run.Id, Run.Sequence, Run.State.Phase, decision.Reason);
        mail.Answer?.TrySetResult(decision);
        feed.Publish(new RunMoved(Run.Id, Run.Sequence));
        foreach (var command in commands)
        {
            await dispatch(command);
        }
    }

    // Whoever asked must not wait for ever for a decision that was never made.
    private async Task<(Decision Decision, IReadOnlyList<IssuedCommand> Commands)> DecideOrTellAsync(Mail mail, CancellationToken cancellation)
    {
        try
        {
            return await DecideAsync(mail.Occurrence, cancellation);
        }
        catch (Exception failure)
        {
            _ = failure is OperationCanceledException ? mail.Answer?.TrySetCanceled(cancellation) : mail.Answer?.TrySetException(failure);
            throw;
        }
    }

    private async Task<(Decision Decision, IReadOnlyList<IssuedCommand> Commands)> DecideAsync(Occurrence occurrence, CancellationToken cancellation)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var decision = RunMachine.Decide(Run.Plan, Run.State, occurrence.Event, now);
            try
            {
                var stored = await journal.AppendAsync(Run, occurrence, decision, now, cancellation);
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

    private void Close()
    {
        mailbox.Writer.TryComplete();
        while (mailbox.Reader.TryRead(out var mail))
        {
            LeaveUndecided(mail.Answer);
        }
    }

    private void LeaveUndecided(TaskCompletionSource<Decision?>? answer) =>
        _ = Run.State.Phase.IsFinished() ? answer?.TrySetResult(null) : answer?.TrySetCanceled();

    private readonly record struct Mail(Occurrence Occurrence, TaskCompletionSource<Decision?>? Answer);
}
