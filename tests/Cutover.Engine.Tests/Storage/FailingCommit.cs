using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cutover.Engine.Tests.Storage;

/// <summary>Makes the next commit fail as a full disk does: everything before it went well.</summary>
internal sealed class FailingCommit : DbTransactionInterceptor
{
    private const int Full = 13;
    private bool fails;

    public void FailNext() => fails = true;

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        var failing = fails;
        fails = false;
        return failing ? throw new SqliteException("database or disk is full", Full) : ValueTask.FromResult(result);
    }
}
