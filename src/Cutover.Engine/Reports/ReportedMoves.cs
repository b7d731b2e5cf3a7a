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
    private const string Adopted = "{\"event\":\"operator-asked\",\"act\":\"Adopt\"";
    private const string InSync = "{\"event\":\"change-in-sync\"";

    /// <returns>The changes that Route 53 accepted, and what was asked for from when on: by them, and by what a person adopted.</returns>
    public static async Task<(ImmutableArray<ReportedMove> Moves, ImmutableArray<AskedShare> Asked)> OfAsync(
        CutoverContext context, long run, Plan plan, CancellationToken cancellation)
    {
        var commands = (await context.Commands.AsNoTracking().Where(row => row.RunId == run && row.Command.StartsWith(Applies))
            .OrderBy(row => row.Id).Select(row => row.Command).ToListAsync(cancellation))
            .Select(RunJson.Read<RunCommand>).OfType<ApplyWeightsCommand>().ToLookup(apply => apply.Change);
        var rows = await context.Decisions.AsNoTracking()
            .Where(row => row.RunId == run && !row.Refused
                && (row.Event.StartsWith(Accepted) || row.Event.StartsWith(InSync) || row.Event.StartsWith(Adopted)))
            .OrderBy(row => row.Sequence).ToListAsync(cancellation);
        var (moves, asked, applied) = (ImmutableArray.CreateBuilder<ReportedMove>(), ImmutableArray.CreateBuilder<AskedShare>(), plan.Initial);
        foreach (var row in rows)
        {
            var happened = RunJson.Read<RunEvent>(row.Event);
            if (happened is ChangeAcceptedEvent accepted && commands[accepted.Change].LastOrDefault() is { } apply)
            {
                applied = applied.UpdatedBy(apply.Wanted);
                moves.Add(Move(row, apply, accepted, applied.TargetShare(), rows));
            }
            else if (happened is OperatorAskedEvent)
            {
                applied = applied.UpdatedBy(await AdoptedWeights.OfAsync(context, run, row.Sequence, cancellation));
            }
            else
            {
                continue;
            }

            asked.Add(new AskedShare(row.At, applied.TargetShare()));
        }

        return (moves.ToImmutable(), asked.ToImmutable());
    }

    private static ReportedMove Move(
        DecisionRecord row, ApplyWeightsCommand apply, ChangeAcceptedEvent accepted, double share, List<DecisionRecord> rows)
    {
        var inSync = rows.FirstOrDefault(
            other => other.At >= row.At && RunJson.Read<RunEvent>(other.Event) is ChangeInSyncEvent done && done.Change == accepted.Change);
        return new ReportedMove(
            row.At, row.Step + 1, apply.ZoneId, apply.Wanted.InWords(), share, row.Phase.IsRollback(), accepted.ChangeId, inSync?.At);
    }
}
