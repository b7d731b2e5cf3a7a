using Cutover.Engine.Api;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;
using Cutover.Web.Access;

namespace Cutover.Web.Api;

/// <summary>What a start would do.</summary>
internal static class PlanEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/plans", PlanAsync).RequireAuthorization(Policies.Reads).WithName("plan").WithTags("Plans").WithSummary("Plans a playbook against the zone as it is now; changes nothing.")
            .Produces<PlanView>().MayFail(400, 422, 502);

    private static async Task<IResult> PlanAsync(
        PlanRequest request, RunPlanning planning, TimeProvider time, CancellationToken cancellation) =>
        await planning.PlanAsync(request.Playbook ?? string.Empty, cancellation) switch
        {
            PlanMade { Plan: var plan } => TypedResults.Ok(PlanView.From(plan, time.GetUtcNow())),
            var outcome => Problem.Answer(Problem.Of(outcome)),
        };
}
