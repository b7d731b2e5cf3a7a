using System.Collections.Immutable;
using System.Linq.Expressions;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Runs;

/// <summary>Finds runs among many: one query for the open ones, and one for a page of those that are over.</summary>
public sealed class RunHistory(IDbContextFactory<CutoverContext> contexts, RunArchive archive)
{
    /// <summary>The most runs on a page.</summary>
    public const int Most = 200;

    /// <summary>A run as lists show it, read by the query itself: the texts that are searched stay in the database.</summary>
    internal static Expression<Func<RunLineRecord, RunLineView>> Line { get; } = line => new RunLineView(
        line.RunId,
        line.Playbook,
        line.SourceName,
        line.TargetName,
        line.Phase,
        line.Step,
        line.Steps,
        line.Share,
        line.StartedBy,
        line.StartedAt,
        line.EndedAt,
        line.Reason,
        line.Why);

    /// <summary>Open runs, the newest first; 200 at most.</summary>
    public async Task<ImmutableArray<RunSummaryView>> OpenAsync(RunFilter filter, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await Matching(context, filter).Where(line => line.IsOpen).OrderByDescending(line => line.RunId).Take(Most)
            .Join(context.Runs.AsNoTracking(), line => line.RunId, run => run.Id, (line, run) => run)
            .Select(run => new { run.Id, run.Plan, run.State, run.StartedBy, run.EndedAt, run.Sequence }).ToListAsync(cancellation);
        return [.. rows.OrderByDescending(run => run.Id).Select(run => archive.Summary(
            run.Id, RunJson.Read<Plan>(run.Plan), RunJson.Read<RunState>(run.State), run.StartedBy, run.EndedAt, run.Sequence))];
    }

    /// <summary>Runs that are over, the newest first.</summary>
    /// <param name="before">Only runs with a smaller number; null for the newest.</param>
    /// <param name="take">How many at most, 1-200.</param>
    public async Task<HistoryPageView> PageAsync(RunFilter filter, long? before, int take, CancellationToken cancellation)
    {
        var most = Math.Clamp(take, 1, Most);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var over = Matching(context, filter).Where(line => !line.IsOpen);
        var lines = await (before is { } limit ? over.Where(line => line.RunId < limit) : over)
            .OrderByDescending(line => line.RunId).Take(most + 1)
            .Select(Line).ToListAsync(cancellation);
        return new HistoryPageView([.. lines.Take(most)], lines.Count > most ? lines[most - 1].Id : null);
    }

    private static IQueryable<RunLineRecord> Matching(CutoverContext context, RunFilter filter)
    {
        var lines = context.RunLines.AsNoTracking();
        lines = filter.Phase is { } phase ? lines.Where(line => line.Phase == phase) : lines;
        lines = filter.Playbook is { } playbook ? lines.Where(line => line.Playbook == playbook) : lines;
        lines = filter.Who is { } who ? lines.Where(line => line.People.Contains("\n" + who + "\n")) : lines;
#pragma warning disable CA1308 // As the words are stored.
        return filter.Text?.ToLowerInvariant() is { } text ? lines.Where(line => line.Search.Contains(text)) : lines;
#pragma warning restore CA1308
    }
}
