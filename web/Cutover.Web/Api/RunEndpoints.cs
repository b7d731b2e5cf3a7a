using System.Collections.Immutable;
using System.Text;
using Cutover.Engine.Api;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;
using Cutover.Web.Access;

namespace Cutover.Web.Api;

/// <summary>Runs: the list, one of them, and a new one.</summary>
internal static class RunEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/runs", ListAsync).RequireAuthorization(Policies.Reads).WithName("listRuns").WithTags("Runs")
            .WithSummary("Runs, open ones first, then the newest.")
            .Produces<ImmutableArray<RunSummaryView>>()
            .MayFail(400);
        api.MapPost("/runs", StartAsync).RequireAuthorization(Policies.Acts).WithName("startRun").WithTags("Runs")
            .WithSummary("Plans a playbook and starts a run of it. Takes an Idempotency-Key.")
            .TakesKey()
            .Produces<StartedView>(201)
            .MayFail(400, 403, 409, 412, 422, 502);
        api.MapGet("/runs/{id:long}", FindAsync).RequireAuthorization(Policies.Reads).WithName("getRun").WithTags("Runs").WithSummary("A run as its page shows it.").Produces<RunView>().MayFail(404);
        api.MapGet("/runs/{id:long}/playbook", PlaybookAsync).RequireAuthorization(Policies.Reads).WithName("getPlaybookOfRun").WithTags("Runs").WithSummary("The text that the run was started with.")
            .Produces<string>(200, "text/yaml").MayFail(404);
    }

    private static async Task<IResult> ListAsync(RunArchive archive, CancellationToken cancellation, int skip = 0, int take = 50) =>
        Bounds.Problem("skip", skip, 0, int.MaxValue) ?? Bounds.Problem("take", take, 1, 200)
        ?? TypedResults.Ok(await archive.ListAsync(skip, take, cancellation));

    private static async Task<IResult> StartAsync(
        StartRequest request,
        HttpContext context,
        OpenRuns runs,
        PlaybookRights rights,
        IHostApplicationLifetime host,
        CancellationToken cancellation)
    {
        if (Bounds.ReasonProblem(request.Reason) is { } problem)
        {
            return problem;
        }

        if (await Problem.NotAllowedAsync(rights, context, request.Playbook, cancellation) is { } notAllowed)
        {
            return notAllowed;
        }

        var named = Idempotency.Of(context);
        return StartAnswer.Of(await runs.StartAsync(
            request.Playbook ?? string.Empty,
            Operator.OriginOf(context),
            Reasons.Clean(request.Reason),
            request.Plan?.Trim().ToLowerInvariant(),
            named,
            named is null ? cancellation : host.ApplicationStopping));
    }

    private static async Task<IResult> FindAsync(long id, RunArchive archive, CancellationToken cancellation) =>
        await archive.FindAsync(id, cancellation) is { } run ? TypedResults.Ok(run) : Problem.NoSuchRun(id);

    private static async Task<IResult> PlaybookAsync(long id, RunArchive archive, CancellationToken cancellation) =>
        await archive.PlaybookTextAsync(id, cancellation) is { } text
            ? TypedResults.Text(text, "text/yaml", Encoding.UTF8)
            : Problem.NoSuchRun(id);
}
