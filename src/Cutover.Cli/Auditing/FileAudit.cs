using System.Collections.Immutable;
using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;
using Cutover.Core.Auditing;
using Cutover.Engine.Auditing;
using Cutover.Engine.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Cli.Auditing;

/// <summary>The audit in a database file, which is read and never written: for when the host is down, or not to be trusted.</summary>
internal sealed class FileAudit(string file) : AuditSource
{
    public override Task<Answer<ImmutableArray<AuditEntry>>> AfterAsync(long sequence, CancellationToken cancellation) =>
        ReadAsync<ImmutableArray<AuditEntry>>(async context =>
        [
            .. (await context.Audit.AsNoTracking().Where(row => row.Sequence > sequence).OrderBy(row => row.Sequence).Take(Page)
                .ToListAsync(cancellation)).Select(row => row.Entry()),
        ]);

    public override Task<Answer<long>> EverAsync(CancellationToken cancellation) =>
        ReadAsync(context => AuditTrail.EverAsync(context, cancellation));

    private async Task<Answer<T>> ReadAsync<T>(Func<CutoverContext, Task<T>> read)
    {
        if (!File.Exists(file))
        {
            return new CommandProblem(ExitCodes.Usage, $"there is no file {file}", Next: "name the host's database: --database cutover.db");
        }

        var database = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var context = new CutoverContext(
            new DbContextOptionsBuilder<CutoverContext>().UseSqlite(database.ConnectionString).Options);
        try
        {
            return await read(context);
        }
        catch (SqliteException unreadable)
        {
            return new CommandProblem(ExitCodes.Usage, $"{file} cannot be read as a database of Cutover", unreadable.Message);
        }
    }
}
