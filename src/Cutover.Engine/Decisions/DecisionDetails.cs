using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Decisions;

/// <summary>Reads one decision with what it rests on and what came of it.</summary>
public sealed class DecisionDetails(IDbContextFactory<CutoverContext> contexts)
{
    // A decision asks for a handful of things; a damaged row must not fill a page.
    private const int MostCommands = 50;

    /// <param name="sequence">Number of the decision.</param>
    /// <returns>Null when there is no such decision.</returns>
    public async Task<DecisionDetailView?> FindAsync(long run, long sequence, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = await context.Decisions.AsNoTracking().SingleOrDefaultAsync(
            decision => decision.RunId == run && decision.Sequence == sequence, cancellation);
        if (row is null)
        {
            return null;
        }

        var plan = RunJson.Read<Plan>(await context.Runs.Where(one => one.Id == run).Select(one => one.Plan).SingleAsync(cancellation));
        var happened = RunJson.Read<RunEvent>(row.Event);
        var issued = await context.Commands.AsNoTracking().Where(command => command.RunId == run && command.Sequence == sequence)
            .OrderBy(command => command.Id).Take(MostCommands).ToListAsync(cancellation);
        return new DecisionDetailView(
            RunArchive.Decision(row),
            await JudgedVerdicts.OfAsync(context, plan, row, happened, cancellation),
            await ZoneChanges.OfAsync(context, plan, run, Changes(happened, issued), cancellation),
            [.. issued.Select(CommandWords.Of)]);
    }

    private static ImmutableArray<int> Changes(RunEvent happened, IEnumerable<CommandRecord> issued) =>
    [
        .. issued.Select(command => RunJson.Read<RunCommand>(command.Command))
            .Select(command => command switch
            {
                ApplyWeightsCommand apply => (int?)apply.Change,
                CheckChangeCommand check => check.Change,
                _ => null,
            })
            .Append(ZoneChanges.NumberOf(happened))
            .OfType<int>().Distinct().Order(),
    ];
}
