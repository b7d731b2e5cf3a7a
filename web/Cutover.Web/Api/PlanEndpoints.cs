using Cutover.Engine.Api;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;
using Cutover.Web.Access;
using Cutover.Web.Playbooks;

namespace Cutover.Web.Api;

/// <summary>What could be started, and what it would do.</summary>
internal static class PlanEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/plans", PlanAsync).RequireAuthorization(Policies.Reads).WithName("plan").WithTags("Plans").WithSummary("Plans a playbook against the zone as it is now; changes nothing.")
            .Produces<PlanView>().MayFail(400, 422, 502);
        api.MapGet("/playbooks", (PlaybookFolder folder, CancellationToken cancellation) => folder.ReadAllAsync(cancellation)).RequireAuthorization(Policies.Reads).WithName("listPlaybooks").WithTags("Plans")
            .WithSummary("The playbooks in the host's folder, each with its text.");
    }

    private static async Task<IResult> PlanAsync(
        PlanRequest request, RunPlanning planning, TimeProvider time, CancellationToken cancellation) =>
        await planning.PlanAsync(request.Playbook ?? string.Empty, cancellation) switch
        {
            PlanMade { Plan: var plan } => TypedResults.Ok(PlanView.From(plan, time.GetUtcNow())),
            var outcome => Problem.Answer(Problem.Of(outcome)),
        };
}
