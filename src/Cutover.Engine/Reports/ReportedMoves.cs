using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Reports;

/// <summary>Reads what was asked of Route 53 and what became of it.</summary>
internal static class ReportedMoves
{
    private const string Applies = "{\"command\":\"apply-weights\"";
    private const string Accepted = "{\"event\":\"change-accepted\"";
    private const string InSync = "{\"event\":\"change-in-sync\"";

    public static async Task<ImmutableArray<ReportedMove>> OfAsync(
        CutoverContext context, long run, Plan plan, CancellationToken cancellation)
    {
        var commands = (await context.Commands.AsNoTracking().Where(row => row.RunId == run && row.Command.StartsWith(Applies))
            .OrderBy(row => row.Id).Select(row => row.Command).ToListAsync(cancellation))
            .Select(RunJson.Read<RunCommand>).OfType<ApplyWeightsCommand>().ToLookup(apply => apply.Change);
        var rows = await context.Decisions.AsNoTracking()
            .Where(row => row.RunId == run && (row.Event.StartsWith(Accepted) || row.Event.StartsWith(InSync)))
            .OrderBy(row => row.Sequence).Select(row => new { row.At, row.Step, row.Phase, row.Event }).ToListAsync(cancellation);
        var (moves, applied) = (ImmutableArray.CreateBuilder<ReportedMove>(), plan.Initial);
        foreach (var (row, happened) in rows.Select(row => (row, RunJson.Read<RunEvent>(row.Event) as ChangeAcceptedEvent)))
        {
            if (happened is not null && commands[happened.Change].LastOrDefault() is { } asked)
            {
                applied = applied.UpdatedBy(asked.Wanted);
                var inSync = rows.FirstOrDefault(
                    other => other.At >= row.At && RunJson.Read<RunEvent>(other.Event) is ChangeInSyncEvent done && done.Change == happened.Change);
                moves.Add(new ReportedMove(
                    row.At, row.Step + 1, asked.ZoneId, asked.Wanted.InWords(), applied.TargetShare(), row.Phase.IsRollback(),
                    happened.ChangeId, inSync?.At));
            }
        }

        return moves.ToImmutable();
    }
}
