using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cutover.Engine.Tests.Crash;

/// <summary>
/// Stops an engine dead at its n-th commit, counted from 1 once armed: the database then takes nothing more from it, neither that commit
/// (when it is to die before) nor any later one, as if the process had been killed there.
/// </summary>
internal sealed class CrashPoint(int commit, bool before) : IDbTransactionInterceptor, IDbCommandInterceptor
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool armed;
    private volatile bool dead;
    private int commits;

    /// <summary>Completes when the engine is dead.</summary>
    public Task Reached => reached.Task;

    public void Arm() => armed = true;

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await PassAsync(armed ? ++commits : 0, before, cancellationToken);
        return result;
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        PassAsync(commits, !before, cancellationToken);

    // A statement outside of a transaction commits itself.
    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await PassAsync(armed && command.Transaction is null ? ++commits : 0, before, cancellationToken);
        return result;
    }

    public async ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await PassAsync(command.Transaction is null ? commits : 0, !before, cancellationToken);
        return result;
    }

    public async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        await PassAsync(0, mayDie: false, cancellationToken);
        return result;
    }

    private Task PassAsync(int number, bool mayDie, CancellationToken cancellation)
    {
        if (mayDie && number == commit)
        {
            dead = true;
            reached.TrySetResult();
        }

        return dead ? Forever(cancellation) : Task.CompletedTask;
    }

    // Until the engine is thrown away; what nothing can cancel is told at once, since a dead process has nobody to wait in it.
    private static Task Forever(CancellationToken cancellation) =>
        cancellation.CanBeCanceled
            ? new TaskCompletionSource().Task.WaitAsync(cancellation)
            : Task.FromCanceled(new CancellationToken(canceled: true));
}
