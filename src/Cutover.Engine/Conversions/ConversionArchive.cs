using System.Collections.Immutable;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Dns;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Conversions;

/// <summary>Reads conversions for people, and asks Route 53 how far their changes have got.</summary>
public sealed class ConversionArchive(AwsConnection aws, IDbContextFactory<CutoverContext> contexts, TimeProvider time)
{
    /// <summary>The newest first. What was not seen INSYNC yet shows as PENDING: Route 53 is not asked.</summary>
    /// <param name="playbook">Only those of the playbook of this name; null for all.</param>
    /// <param name="take">How many at most, 1-200.</param>
    public async Task<ImmutableArray<ConversionView>> ListAsync(string? playbook, int skip, int take, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Conversions.AsNoTracking().Include(row => row.Batches)
            .Where(row => playbook == null || row.Playbook == playbook).OrderByDescending(row => row.Id)
            .Skip(skip).Take(Math.Clamp(take, 1, 200)).ToListAsync(cancellation);
        return [.. rows.Select(row => ConversionView.Of(row, Known(row), null))];
    }

    /// <summary>One conversion, its changes asked after; null when there is none of this number.</summary>
    public async Task<ConversionView?> FindAsync(long id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Conversions.Include(row => row.Batches).SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return null;
        }

        var failure = await AskAsync(row, cancellation);
        await context.SaveChangesAsync(cancellation);
        return ConversionView.Of(row, failure is null ? Known(row) : ConversionSync.Unknown, failure is null ? null : AwsWords.Of(failure));
    }

    private async Task<AwsFailure?> AskAsync(ConversionRecord row, CancellationToken cancellation)
    {
        foreach (var (batch, changeId) in ConversionRows.LastChanges(row).Where(change => change.Row.InSyncAt is null))
        {
            var asked = await aws.Route53.GetChangeAsync(changeId, CallPriority.Normal, cancellation);
            if (!asked.TryGet(out var change, out var failure))
            {
                return failure;
            }

            batch.InSyncAt = change.Status == ChangeStatus.InSync ? time.GetUtcNow() : null;
        }

        return null;
    }

    private static ConversionSync Known(ConversionRecord row)
    {
        var changes = ConversionRows.LastChanges(row).ToList();
        return changes.Count == 0 ? ConversionSync.Nothing
            : changes.All(change => change.Row.InSyncAt is not null) ? ConversionSync.InSync
            : ConversionSync.Pending;
    }
}
