using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Storage;

/// <summary>Tells the ownership marks that ended runs of this database left behind from everyone else's.</summary>
internal static class ClosedRuns
{
    /// <summary>Of the marks among these record sets, what names the runs of this database that are over.</summary>
    public static async Task<ImmutableHashSet<string>> ClosedRunsAsync(
        this IDbContextFactory<CutoverContext> contexts, IEnumerable<RecordSet> sets, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var closed = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var owner in sets.Select(OwnershipMark.Parse).OfType<OwnershipMark>().Select(mark => mark.Run).Distinct())
        {
            // Another Cutover counts its runs from 1 too: only the whole token tells them apart.
            if (OwnerTokens.RunOf(owner) is { } id
                && await context.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id && !run.IsOpen, cancellation) is { } run
                && RunJson.Read<Plan>(run.Plan).Owner == owner)
            {
                closed.Add(owner);
            }
        }

        return closed.ToImmutable();
    }
}
