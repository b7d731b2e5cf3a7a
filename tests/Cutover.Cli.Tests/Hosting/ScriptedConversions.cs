using Cutover.Core.Conversions;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cutover.Cli.Tests.Hosting;

/// <summary>The routes of conversions over a <see cref="ScriptedZone"/>.</summary>
internal static class ScriptedConversions
{
    public static void Map(IEndpointRouteBuilder app, ScriptedZone zone)
    {
        app.MapPost(ApiRoutes.ConversionPreview, async context =>
            await WriteAsync(context, Preview(zone, await BodyAsync<ConversionRequest>(context))));
        app.MapPost(ApiRoutes.Conversions, async context =>
            await WriteAsync(context, Convert(zone, await BodyAsync<ConvertRequest>(context), Who(context))));
        app.MapGet(ApiRoutes.Conversions, context =>
            WriteAsync(context, (200, zone.List(context.Request.Query["playbook"].ToString()))));
        app.MapGet(ApiRoutes.Conversions + "/{id:long}", context =>
            WriteAsync(context, zone.See(Id(context)) is { } seen ? (200, seen) : Unknown(context)));
        app.MapPost(ApiRoutes.Conversions + "/{id:long}/undo", context => WriteAsync(context, Undo(zone, context)));
    }

    private static (int Status, object Body) Preview(ScriptedZone zone, ConversionRequest request) => zone.Prepare(request) switch
    {
        ConversionReady ready => (200, ConversionPreviewView.Of(ready.Conversion)),
        ConversionRefused refused => (422, new ApiProblem("The zone does not allow this", 422, null, Refusals: refused.Refusals)),
        _ => throw new InvalidOperationException("A conversion is ready or refused."),
    };

    private static (int Status, object Body) Convert(ScriptedZone zone, ConvertRequest request, string who)
    {
        if (zone.ChangesMeanwhile)
        {
            zone.Sets = [zone.Sets[0] with { Ttl = 61 }];
        }

        return zone.Prepare(request.Conversion) is ConversionReady { Conversion: var now } && now.Checksum() == request.Checksum
            ? (201, zone.Write(now, who, request.Reason))
            : (409, new ApiProblem("The zone has changed since this was shown", 409, "Nothing was written."));
    }

    private static (int Status, object Body) Undo(ScriptedZone zone, HttpContext context) => zone.Undo(Id(context)) switch
    {
        ConversionReady ready => (200, zone.TakeBack(Id(context), ready.Conversion, Who(context))),
        ConversionRefused refused =>
            (409, new ApiProblem("The zone has changed since the conversion", 409, "Nothing was written.", Refusals: refused.Refusals)),
        _ => Unknown(context),
    };

    private static (int Status, object Body) Unknown(HttpContext context) =>
        (404, new ApiProblem($"There is no conversion {Id(context)}", 404, null));

    private static long Id(HttpContext context) => long.Parse((string)context.Request.RouteValues["id"]!, null);

    private static string Who(HttpContext context) => context.Request.Headers[ApiRoutes.OperatorHeader].ToString();

    private static async Task<T> BodyAsync<T>(HttpContext context) => (await context.Request.ReadFromJsonAsync<T>(RunJson.Options))!;

    private static Task WriteAsync(HttpContext context, (int Status, object Body) answer)
    {
        context.Response.StatusCode = answer.Status;
        return context.Response.WriteAsJsonAsync(answer.Body, answer.Body.GetType(), RunJson.Options);
    }
}
