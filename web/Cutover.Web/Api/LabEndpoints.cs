using Cutover.Engine.Auditing;
using Cutover.Lab;
using Cutover.Web.Access;
using Cutover.Web.Hosting;

namespace Cutover.Web.Api;

/// <summary>The lab's truth and its dials; 404 where there is no lab.</summary>
internal static class LabEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/lab", Show).RequireAuthorization(Policies.Reads).WithName("getLab").WithTags("Lab").WithSummary("Where the lab's traffic truly is, and how the dials stand.").Produces<LabView>().MayFail(404);
        api.MapPut("/lab/edges/{edge}/dials", TurnAsync).RequireAuthorization(Policies.Administers).WithName("turnDials").WithTags("Lab")
            .WithSummary("Turns all dials of the edge haproxy or envoy; what is left out is healthy.")
            .Produces<EdgeDialsRequest>().MayFail(400, 404);
        api.MapPut("/lab/aws/dials", TurnAwsAsync).RequireAuthorization(Policies.Administers).WithName("turnAwsDials").WithTags("Lab")
            .WithSummary("Turns all dials of the lab's Route 53 and CloudWatch; what is left out is healthy.")
            .Produces<AwsDialSettings>().MayFail(400, 404);
        api.MapPost("/lab/start-over", StartOverAsync).RequireAuthorization(Policies.Administers).WithName("startLabOver").WithTags("Lab")
            .WithSummary("Mends both edges and AWS, and gives the source all the weight; an open run sees someone else's change.")
            .Produces<LabView>().MayFail(404);
    }

    private static IResult Show(LabHosting lab) => lab.World is { } world ? TypedResults.Ok(LabView.Of(world)) : NoLab();

    private static async Task<IResult> TurnAsync(
        string edge, EdgeDialsRequest dials, LabHosting lab, HttpContext context, AuditLog audit, ILogger<LabView> logger)
    {
        if (lab.World is not { } world)
        {
            return NoLab();
        }

        if (new[] { world.Source, world.Target }.FirstOrDefault(one => one.Name == edge) is not { } turned)
        {
            return Problem.Answer(new("No such edge", 404, $"The lab's edges are {LabWorld.SourceName} and {LabWorld.TargetName}."));
        }

        if (dials.Fault() is { } fault)
        {
            return Problem.Answer(new("Out of range", 400, fault));
        }

        var before = EdgeDialsRequest.Of(turned.Dials.Settings);
        turned.Dials.Settings = dials.Settings();
        var note = new AuditNote(Operator.OriginOf(context), $"lab.dials.{edge}") { Before = before, After = dials };
        await audit.WriteAsync(note, CancellationToken.None);
        Log.DialsTurned(logger, Operator.NameOf(context), edge, dials.ToString());
        return TypedResults.Ok(EdgeDialsRequest.Of(turned.Dials.Settings));
    }

    private static async Task<IResult> TurnAwsAsync(
        AwsDialSettings dials, LabHosting lab, HttpContext context, AuditLog audit, ILogger<LabView> logger)
    {
        if (lab.World is not { } world)
        {
            return NoLab();
        }

        var before = world.Aws;
        world.Aws = dials;
        await audit.WriteAsync(new AuditNote(Operator.OriginOf(context), "lab.dials.aws") { Before = before, After = dials }, CancellationToken.None);
        Log.DialsTurned(logger, Operator.NameOf(context), "aws", dials.ToString());
        return TypedResults.Ok(world.Aws);
    }

    private static async Task<IResult> StartOverAsync(LabHosting lab, HttpContext context, AuditLog audit, ILogger<LabView> logger)
    {
        if (lab.World is not { } world)
        {
            return NoLab();
        }

        world.StartOver();
        await audit.WriteAsync(new AuditNote(Operator.OriginOf(context), "lab.start-over"), CancellationToken.None);
        Log.LabStartedOver(logger, Operator.NameOf(context));
        return TypedResults.Ok(LabView.Of(world));
    }

    private static IResult NoLab() =>
        Problem.Answer(new("No lab", 404, "This host works against AWS. Start one with --Lab=true to practise."));
}
