using System.Collections.Immutable;
using Cutover.Core.Auditing;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Auditing;

/// <summary>The audit: reads it, and writes what has no transaction of its own, such as a sign-in.</summary>
public sealed class AuditLog(IDbContextFactory<CutoverContext> contexts, TimeProvider time)
{
    /// <summary>Most rows of one page.</summary>
    public const int LongestPage = 1000;

    public async Task WriteAsync(AuditNote note, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.AuditAsync(note, time.GetUtcNow(), cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Rows in their order.</summary>
    /// <param name="after">Only rows with a greater number.</param>
    /// <param name="take">How many at most, 1-<see cref="LongestPage"/>.</param>
    public async Task<ImmutableArray<AuditEntry>> AfterAsync(long after, int take, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Audit.AsNoTracking().Where(row => row.Sequence > after).OrderBy(row => row.Sequence)
            .Take(Math.Clamp(take, 1, LongestPage)).ToListAsync(cancellation);
        return [.. rows.Select(row => row.Entry())];
    }

    /// <summary>Rows, the newest first.</summary>
    /// <param name="before">Only rows with a smaller number; null for the newest.</param>
    /// <param name="take">How many at most, 1-<see cref="LongestPage"/>.</param>
    public async Task<ImmutableArray<AuditEntry>> BeforeAsync(long? before, int take, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Audit.AsNoTracking().Where(row => before == null || row.Sequence < before)
            .OrderByDescending(row => row.Sequence).Take(Math.Clamp(take, 1, LongestPage)).ToListAsync(cancellation);
        return [.. rows.Select(row => row.Entry())];
    }

    /// <summary>Where it ends.</summary>
    public async Task<AuditHeadView> HeadAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var latest = await context.Audit.OrderByDescending(row => row.Sequence).Select(row => row.Hash).FirstOrDefaultAsync(cancellation);
        return new AuditHeadView(await AuditTrail.EverAsync(context, cancellation), latest ?? AuditHash.Beginning);
    }
}
