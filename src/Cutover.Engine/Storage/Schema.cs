using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Storage;

/// <summary>Brings a database to this version.</summary>
public static class Schema
{
    /// <summary>The schema first, then what the new tables say of the old rows.</summary>
    public static async Task BringUpToDateAsync(this CutoverContext context, CancellationToken cancellation = default)
    {
        await context.Database.MigrateAsync(cancellation);
        await RunLines.FillAsync(context, cancellation);
    }
}
