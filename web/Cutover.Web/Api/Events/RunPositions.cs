using System.Collections.Immutable;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Api.Events;

/// <summary>Compares where a reader is with where the runs are, by the database alone.</summary>
public sealed class RunPositions(IDbContextFactory<CutoverContext> contexts)
{
    /// <summary>
    /// Where a reader begins: where it was or, when it is new or comes from another database, before the latest decision of each run.
    /// </summary>
    public async Task<StreamPosition> BeginAsync(long? only, StreamPosition? was, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (was is not null && await IsOursAsync(context, was, cancellation))
        {
            return was;
        }

        var runs = await context.Runs.AsNoTracking().Where(run => only == null ? run.IsOpen : run.Id == only)
            .Select(run => new { run.Id, run.Sequence }).ToListAsync(cancellation);
        var newest = await context.Runs.MaxAsync(run => (long?)run.Id, cancellation) ?? 0;
        return new StreamPosition(newest, runs.ToImmutableSortedDictionary(run => run.Id, run => run.Sequence - 1));
    }

    /// <summary>The runs that have decided more than a reader was told.</summary>
    public async Task<ImmutableArray<RunStanding>> AheadAsync(long? only, StreamPosition told, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var known = told.Told.Keys.ToList();
        var runs = await context.Runs.AsNoTracking()
            .Where(run => only == null ? run.Id > told.Newest || known.Contains(run.Id) : run.Id == only)
            .OrderBy(run => run.Id).Select(run => new RunStanding(run.Id, run.Sequence, run.IsOpen)).ToListAsync(cancellation);
        return [.. runs.Where(run => run.Sequence > told.Of(run.Id))];
    }

    private static async Task<bool> IsOursAsync(CutoverContext context, StreamPosition was, CancellationToken cancellation)
    {
        var told = was.Told.Keys.ToList();
        var runs = await context.Runs.AsNoTracking().Where(run => told.Contains(run.Id) || run.Id == was.Newest)
            .Select(run => new { run.Id, run.Sequence }).ToListAsync(cancellation);
        return told.Append(was.Newest).Where(id => id > 0).All(id => runs.Any(run => run.Id == id && run.Sequence >= was.Of(id)));
    }
}
