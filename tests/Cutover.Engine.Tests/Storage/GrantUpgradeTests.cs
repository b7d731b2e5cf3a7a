using Cutover.Core.Accounts;
using Cutover.Engine.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cutover.Engine.Tests.Storage;

public sealed class GrantUpgradeTests
{
    [Fact]
    public async Task Roles_outlive_the_upgrade_also_where_the_first_try_at_it_breaks_off()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var bench = await StorageBench.CreateAsync();
        await using (var old = bench.CreateDbContext())
        {
            old.Accounts.Add(new AccountRecord
            {
                UserName = "kim", CreatedAt = DateTimeOffset.UnixEpoch, Grants = [new() { Playbook = "one", Role = Role.Operator }],
            });
            await old.SaveChangesAsync(cancellation);
            await old.GetService<IMigrator>().MigrateAsync("Notifications", cancellation);
            // Stands in the way of the table that comes after the new grants.
            await old.Database.ExecuteSqlRawAsync("CREATE TABLE Logins (X TEXT)", cancellation);
            await Assert.ThrowsAsync<SqliteException>(() => old.Database.MigrateAsync(cancellation));
            await old.Database.ExecuteSqlRawAsync("DROP TABLE Logins", cancellation);
        }

        await using var context = bench.CreateDbContext();
        await context.Database.MigrateAsync(cancellation);

        var grant = Assert.Single(await context.Grants.ToListAsync(cancellation));
        Assert.Equal(("one", Role.Operator, false), (grant.Playbook, grant.Role, grant.FromProvider));
    }
}
