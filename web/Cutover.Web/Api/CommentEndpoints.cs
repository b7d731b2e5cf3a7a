using System.Collections.Immutable;
using Cutover.Engine.Api;
using Cutover.Engine.Comments;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Web.Access;

namespace Cutover.Web.Api;

/// <summary>What people write on a run, and where it has left its plan.</summary>
internal static class CommentEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/runs/{id:long}/comments", ListAsync).RequireAuthorization(Policies.Reads).WithName("listComments").WithTags("Runs")
            .WithSummary("What people wrote on a run, oldest first; after is the decision that a comment stands after.")
            .Produces<ImmutableArray<CommentView>>().MayFail(404);
        api.MapGet("/runs/{id:long}/differences", DifferencesAsync).RequireAuthorization(Policies.Reads).WithName("getDifferences").WithTags("Runs")
            .WithSummary("Where a run has left the plan that it was started from, in sentences; none when nothing differs.")
            .Produces<RunDifferencesView>().MayFail(404);
        api.MapPost("/runs/{id:long}/comments", AddAsync).RequireAuthorization(Policies.ActsOnRun).WithName("comment").WithTags("Runs")
            .WithSummary("Writes a comment on a run, open or over: plain text of at most 2000 characters. Takes an Idempotency-Key.")
            .TakesKey()
            .Produces<CommentView>(201).MayFail(400, 404, 409, 422);
    }

    private static async Task<IResult> ListAsync(long id, RunComments comments, RunJournal journal, CancellationToken cancellation) =>
        await journal.ExistsAsync(id, cancellation) ? TypedResults.Ok(await comments.ListAsync(id, cancellation)) : Problem.NoSuchRun(id);

    private static async Task<IResult> DifferencesAsync(long id, RunDeviations deviations, CancellationToken cancellation) =>
        await deviations.FindAsync(id, cancellation) is { } found ? TypedResults.Ok(found) : Problem.NoSuchRun(id);

    private static async Task<IResult> AddAsync(long id, CommentRequest request, HttpContext context, RunComments comments)
    {
        if (Bounds.CommentProblem(request.Text) is { } wrong)
        {
            return Problem.Answer(new("Out of range", 400, $"text: {wrong}"));
        }

        var text = RunComments.Clean(request.Text)!;
        return await comments.AddAsync(id, text, Operator.OriginOf(context), Idempotency.Of(context), CancellationToken.None) is { } written
            ? TypedResults.Created(ApiRoutes.Comments(id), written)
            : Problem.NoSuchRun(id);
    }
}
