using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Tests.Storage;

public sealed class SqliteTests
{
    [Fact]
    public async Task Every_connection_is_durable_whether_new_or_from_the_pool()
    {
        await using var bench = await StorageBench.CreateAsync();
        for (var round = 0; round < 3; round++)
        {
            await using var one = bench.CreateDbContext();
            await using var other = bench.CreateDbContext();
            foreach (var context in new[] { one, other })
            {
                await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
                Assert.Equal(
                    ("wal", "2", "1"), (Pragma(context, "journal_mode"), Pragma(context, "synchronous"), Pragma(context, "foreign_keys")));
            }
        }
    }

    [Fact]
    public async Task The_schema_migration_is_current_with_the_model()
    {
        await using var bench = await StorageBench.CreateAsync();
        await using var context = bench.CreateDbContext();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    private static string? Pragma(DbContext context, string name)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
