using System.Collections.Immutable;
using Cutover.Engine.Api;
using Cutover.Engine.Decisions;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Web.Access;

namespace Cutover.Web.Api;

/// <summary>The decision log of a run, and one decision with all that is stored of it.</summary>
internal static class DecisionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/runs/{id:long}/decisions", ListAsync).RequireAuthorization(Policies.Reads).WithName("listDecisions").WithTags("Runs")
            .WithSummary("The decision log, newest first: by what it was about, gate, or a part of the reason. "
                + "before: only smaller numbers; notable: without the heartbeat.")
            .Produces<ImmutableArray<DecisionView>>().MayFail(400, 404);
        api.MapGet("/runs/{id:long}/decisions/{sequence:long}", FindAsync).RequireAuthorization(Policies.Reads).WithName("getDecision").WithTags("Runs")
            .WithSummary("One decision with the raw points that were judged, and the calls to Route 53 with their change ids.")
            .Produces<DecisionDetailView>().MayFail(404);
    }

    private static async Task<IResult> ListAsync(
        long id,
        RunArchive archive,
        RunJournal journal,
        CancellationToken cancellation,
        long? before = null,
        bool notable = false,
        DecisionKind? kind = null,
        string? gate = null,
        string? text = null,
        int take = 100)
    {
        if ((Bounds.Problem("take", take, 1, 1000) ?? Bounds.Problem("length of text", text?.Length ?? 0, 0, DecisionFilter.LongestText)) is { } problem)
        {
            return problem;
        }

        return await journal.ExistsAsync(id, cancellation)
            ? TypedResults.Ok(await archive.DecisionsAsync(id, before, new DecisionFilter(notable, kind, gate, text), take, cancellation))
            : Problem.NoSuchRun(id);
    }

    private static async Task<IResult> FindAsync(
        long id, long sequence, DecisionDetails details, RunJournal journal, CancellationToken cancellation) =>
        await details.FindAsync(id, sequence, cancellation) is { } detail ? TypedResults.Ok(detail)
            : await journal.ExistsAsync(id, cancellation)
                ? Problem.Answer(new("No such decision", 404, FormattableString.Invariant($"Run {id} has no decision {sequence}.")))
                : Problem.NoSuchRun(id);
}
