using System.Collections.Immutable;
using Cutover.Engine.Api;
using Cutover.Engine.Conversions;
using Cutover.Engine.Views;
using Cutover.Web.Access;

namespace Cutover.Web.Api;

/// <summary>Simple records that become weighted pairs, and pairs that become simple records again.</summary>
internal static class ConversionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/conversions/preview", PreviewAsync).RequireAuthorization(Policies.Reads).WithName("previewConversion").WithTags("Conversions")
            .WithSummary("The batch that would adopt a playbook's records or finish its pairs; changes nothing.")
            .Produces<ConversionPreviewView>().MayFail(400, 422, 502);
        api.MapPost("/conversions", ConvertAsync).RequireAuthorization(Policies.Acts).WithName("convert").WithTags("Conversions").WithSummary("Writes the batch of a preview, if the zone is still as it was.")
            .Produces<ConversionView>(201).MayFail(400, 409, 422, 502);
        api.MapGet("/conversions", ListAsync).RequireAuthorization(Policies.Reads).WithName("listConversions").WithTags("Conversions").WithSummary("Conversions, the newest first. playbook: only those of the one of this name.")
            .Produces<ImmutableArray<ConversionView>>().MayFail(400);
        api.MapGet("/conversions/{id:long}", FindAsync).RequireAuthorization(Policies.Reads).WithName("getConversion").WithTags("Conversions").WithSummary("A conversion, and whether its change is INSYNC.")
            .Produces<ConversionView>().MayFail(404);
        api.MapPost("/conversions/{id:long}/undo", UndoAsync).RequireAuthorization(Policies.ActsOnConversion).WithName("undoConversion").WithTags("Conversions")
            .WithSummary("Writes the exact reverse, if nobody has changed the records since.")
            .Produces<ConversionView>().MayFail(400, 404, 409, 502);
    }

    private static async Task<IResult> PreviewAsync(
        ConversionRequest request, ZoneConversions conversions, CancellationToken cancellation) =>
        await conversions.PreviewAsync(request, cancellation) switch
        {
            ConversionPrepared { Conversion: var conversion } => TypedResults.Ok(ConversionPreviewView.Of(conversion)),
            var result => Problem.Answer(ConversionProblem.Of(result)),
        };

    private static async Task<IResult> ConvertAsync(
        ConvertRequest request, HttpContext context, ZoneConversions conversions, PlaybookRights rights, CancellationToken cancellation)
    {
        if (Bounds.ReasonProblem(request.Reason) is { } problem)
        {
            return problem;
        }

        if (request is not { Conversion: not null, Checksum: not null })
        {
            return Problem.Answer(new(
                "The request is not whole",
                400,
                "conversion and checksum: write both, as the preview was given the one and gave the other."));
        }

        if (await Problem.NotAllowedAsync(rights, context, request.Conversion.Playbook, cancellation) is { } notAllowed)
        {
            return notAllowed;
        }

        return await conversions.ConvertAsync(
            request.Conversion, request.Checksum, Operator.OriginOf(context), Reasons.Clean(request.Reason), cancellation) switch
        {
            ConversionDone { Conversion: var done } => TypedResults.Created(ApiRoutes.Conversion(done.Id), done),
            var result => Problem.Answer(ConversionProblem.Of(result)),
        };
    }

    private static async Task<IResult> ListAsync(
        ConversionArchive archive, CancellationToken cancellation, string? playbook = null, int skip = 0, int take = 50) =>
        Bounds.Problem("skip", skip, 0, int.MaxValue) ?? Bounds.Problem("take", take, 1, 200)
        ?? TypedResults.Ok(await archive.ListAsync(playbook, skip, take, cancellation));

    private static async Task<IResult> FindAsync(long id, ConversionArchive archive, CancellationToken cancellation) =>
        await archive.FindAsync(id, cancellation) is { } conversion ? TypedResults.Ok(conversion) : NoSuch(id);

    private static async Task<IResult> UndoAsync(
        long id, UndoRequest request, HttpContext context, ZoneConversions conversions, CancellationToken cancellation) =>
        Bounds.ReasonProblem(request.Reason) ?? await conversions.UndoAsync(
            id, Operator.OriginOf(context), Reasons.Clean(request.Reason), cancellation) switch
        {
            ConversionDone { Conversion: var undone } => TypedResults.Ok(undone),
            ConversionUnknown => NoSuch(id),
            var result => Problem.Answer(ConversionProblem.Of(result)),
        };

    private static IResult NoSuch(long id) =>
        Problem.Answer(new("No such conversion", 404, FormattableString.Invariant($"There is no conversion {id}.")));
}
