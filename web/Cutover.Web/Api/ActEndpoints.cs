using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Runs;
using Cutover.Web.Access;

namespace Cutover.Web.Api;

/// <summary>What a person asks of a run.</summary>
internal static class ActEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/runs/{id:long}/acts", ActAsync).WithSummary("Asks something of a run and waits for the decision.")
            .RequireAuthorization(Policies.ActsOnRun).Produces<ActDoneView>().MayFail(400, 404, 409);

    private static async Task<IResult> ActAsync(
        long id, ActRequest request, HttpContext context, OpenRuns runs, CancellationToken cancellation)
    {
        if (Bounds.ReasonProblem(request.Reason) is { } problem)
        {
            return problem;
        }

        var origin = Operator.OriginOf(context);
        var asked = new OperatorAskedEvent(request.Act, origin.Who, Reasons.Clean(request.Reason), request.Step, origin.Person);
        return await runs.ActAsync(id, asked, origin, cancellation) switch
        {
            ActDone { Reason: var reason } => TypedResults.Ok(new ActDoneView(reason)),
            ActRefused { Reason: var reason } => Problem.Answer(new("Not done", 409, reason)),
            _ => Problem.NoSuchRun(id),
        };
    }
}
