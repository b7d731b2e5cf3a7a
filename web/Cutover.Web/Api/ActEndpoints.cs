using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Web.Access;

namespace Cutover.Web.Api;

/// <summary>What a person asks of a run.</summary>
internal static class ActEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/runs/{id:long}/acts", ActAsync).RequireAuthorization(Policies.ActsOnRun).WithName("act").WithTags("Runs")
            .WithSummary("Asks something of a run and waits for the decision. Takes an Idempotency-Key.")
            .TakesKey()
            .Produces<ActDoneView>().MayFail(400, 404, 409, 422);

    // Whoever asked may be gone before it is decided: it is decided all the same.
    private static async Task<IResult> ActAsync(long id, ActRequest request, HttpContext context, OpenRuns runs)
    {
        if (Bounds.ReasonProblem(request) is { } problem)
        {
            return problem;
        }

        var origin = Operator.OriginOf(context);
        var asked = new OperatorAskedEvent(request.Act, origin.Who, Reasons.Clean(request.Reason), request.Step, origin.Person);
        return ActAnswer.Of(id, await runs.ActAsync(
            id,
            Occurrence.Of(asked) with { AsOf = request.AsOf, Request = Idempotency.Of(context), Origin = origin },
            CancellationToken.None));
    }
}
