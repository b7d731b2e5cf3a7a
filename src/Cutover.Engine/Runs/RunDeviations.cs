using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Engine.Playbooks;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Runs;

/// <summary>Reads what a run and its plan have to be compared by.</summary>
public sealed class RunDeviations(IDbContextFactory<CutoverContext> contexts)
{
    /// <summary>Null when there is no such run.</summary>
    public async Task<RunDifferencesView?> FindAsync(long id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Runs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } run)
        {
            return null;
        }

        // Sorted out by the database: a run has few of them among many decisions.
        var rows = await context.Decisions.AsNoTracking()
            .Where(row => row.RunId == id && row.IsNotable && !row.Refused && row.Event.Contains("operator-asked"))
            .OrderBy(row => row.Sequence).ToListAsync(cancellation);
        var head = await context.HeadAsync(run.Playbook, cancellation);
        var playbook = head is null || head.Number == run.PlaybookVersion ? null : (PlaybookReader.Read(head.Text) as PlaybookAccepted)?.Playbook;
        var (plan, state, acts) = (RunJson.Read<Plan>(run.Plan), RunJson.Read<RunState>(run.State), rows.Select(Act).OfType<ActTaken>());
        return new RunDifferencesView(
            run.Playbook, run.PlaybookVersion, head?.Number, PlanDifferences.Of(plan, state, acts, run.PlaybookVersion, head?.Number, playbook));
    }

    private static ActTaken? Act(DecisionRecord row) => RunJson.Read<RunEvent>(row.Event) is OperatorAskedEvent asked
        ? new ActTaken(asked.Act, row.At, asked.Who, row.Step, row.Reason)
        : null;
}
