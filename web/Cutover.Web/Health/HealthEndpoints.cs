namespace Cutover.Web.Health;

/// <summary>What an orchestrator asks; open to strangers.</summary>
internal static class HealthEndpoints
{
    public static void Map(WebApplication app)
    {
        var health = app.MapGroup("/health").AllowAnonymous();
        health.MapGet("/live", () => TypedResults.Ok(new PartView("process", true, "up")))
            .WithName("isLive").WithTags("Health").WithSummary("The process is up.");
        health.MapGet("/ready", ReadyAsync).WithName("isReady").WithTags("Health")
            .WithSummary(
                "The database answers and the scheduler runs; Route 53 and CloudWatch are told with them, and keep nobody from the dashboard.")
            .Produces<ReadinessView>().Produces<ReadinessView>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken cancellation)
    {
        var view = await readiness.ReadAsync(cancellation);
        return TypedResults.Json(view, statusCode: view.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
