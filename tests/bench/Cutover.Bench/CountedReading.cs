using System.Data.Common;
using Cutover.Engine;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cutover.Bench;

/// <summary>Counts what is asked of a database, and by running each query once more, what it gave.</summary>
internal sealed class CountedReading(string file) : DbCommandInterceptor, IDbContextFactory<CutoverContext>
{
    /// <summary>Queries since <see cref="Begin"/>, until <see cref="End"/>.</summary>
    public int Queries { get; private set; }

    /// <summary>Bytes of all values that these gave: text as UTF-8, and 8 for a number.</summary>
    public long Bytes { get; private set; }

    /// <summary>Counting runs each query twice: not while its time is taken.</summary>
    public bool IsCounting { get; private set; }

    public void Begin() => (Queries, Bytes, IsCounting) = (0, 0, true);

    public void End() => IsCounting = false;

    public CutoverContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<CutoverContext>();
        EngineServices.UseSqlite(options, file);
        options.AddInterceptors(this);
        return new CutoverContext(options.Options);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (IsCounting)
        {
            Queries++;
            Bytes += Size(command);
        }

        return ValueTask.FromResult(result);
    }

    private static long Size(DbCommand command)
    {
        using var reader = command.ExecuteReader();
        var bytes = 0L;
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                bytes += reader.GetValue(column) switch { string text => System.Text.Encoding.UTF8.GetByteCount(text), DBNull => 0, _ => 8 };
            }
        }

        return bytes;
    }
}
