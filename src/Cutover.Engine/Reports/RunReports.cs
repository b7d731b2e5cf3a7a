using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Comments;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Reports;

/// <summary>Tells runs afterwards, from the database alone.</summary>
public sealed class RunReports(IDbContextFactory<CutoverContext> contexts, RunArchive archive, RunComments comments, TimeProvider time)
{
    // A page of the decision log, and how much of it a report takes: more than anyone reads.
    private const int Most = 1000;

    /// <summary>Null when there is no such run.</summary>
    public async Task<RunReport?> FindAsync(long id, CancellationToken cancellation)
    {
        if (await archive.FindAsync(id, cancellation) is not { } run)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var stored = await context.Runs.AsNoTracking().Where(row => row.Id == id)
            .Select(row => new { row.Plan, row.PlaybookText }).SingleAsync(cancellation);
        var verdicts = new ReportedVerdicts(run.Summary.StartedAt, run.Summary.EndedAt ?? time.GetUtcNow());
        await verdicts.ReadAsync(context, id, cancellation);
        var decisions = await archive.DecisionsAsync(id, before: null, notableOnly: true, Most, cancellation);
        var (moves, asked) = await ReportedMoves.OfAsync(context, id, RunJson.Read<Plan>(stored.Plan), cancellation);
        return new RunReport(
            run,
            stored.PlaybookText,
            moves,
            [.. decisions.Reverse()],
            await verdicts.ChangesAsync(context, cancellation),
            verdicts.Points,
            [.. (await archive.AnswersAsync(id, DateTimeOffset.MinValue, Most, cancellation)).Where(answer => answer.Origin == AnswerOrigin.NameServers)],
            [.. LeftOut(decisions, verdicts)],
            time.GetUtcNow())
        {
            Asked = asked,
            Comments = await comments.ListAsync(id, cancellation),
        };
    }

    private static IEnumerable<string> LeftOut(ImmutableArray<DecisionView> decisions, ReportedVerdicts verdicts)
    {
        if (decisions.Length == Most)
        {
            yield return FormattableString.Invariant($"Decisions before number {decisions[^1].Sequence} are left out: cutover history ID --all has them.");
        }

        if (verdicts.LeftOut > 0)
        {
            yield return FormattableString.Invariant($"{verdicts.LeftOut} later changes of verdicts are left out; the decisions name those that mattered.");
        }
    }
}
