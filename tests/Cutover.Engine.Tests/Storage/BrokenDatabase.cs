using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cutover.Engine.Tests.Storage;

/// <summary>Makes a database refuse what the engine writes, and tells when it did.</summary>
internal sealed class BrokenDatabase : DbCommandInterceptor
{
    private readonly TaskCompletionSource refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first write that the database refused.</summary>
    public Task Refused => refused.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    /// <summary>Refuses new decisions until mended.</summary>
    public static void RefuseDecisions(string file) =>
        Execute(file, "CREATE TRIGGER broken BEFORE INSERT ON Decisions BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");

    /// <summary>Refuses to tick announcements off until mended.</summary>
    public static void RefuseTicks(string file) => Execute(
        file,
        "CREATE TRIGGER broken BEFORE UPDATE ON Commands WHEN OLD.Command LIKE '%announce%' BEGIN SELECT RAISE(ABORT, "
            + "'the disk is full'); END");

    public static void Mend(string file) => Execute(file, "DROP TRIGGER broken");

    public static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public override Task CommandFailedAsync(
        DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        refused.TrySetResult();
        return Task.CompletedTask;
    }
}
