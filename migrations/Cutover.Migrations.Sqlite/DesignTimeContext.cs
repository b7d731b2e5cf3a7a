using Cutover.Engine;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Cutover.Migrations.Sqlite;

/// <summary>What `dotnet ef migrations add` builds its model from; no database is opened.</summary>
public sealed class DesignTimeContext : IDesignTimeDbContextFactory<CutoverContext>
{
    public CutoverContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CutoverContext>();
        EngineServices.UseSqlite(options, ":memory:");
        return new CutoverContext(options.Options);
    }
}
