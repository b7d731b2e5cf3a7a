using System.Net;
using Cutover.Web.Api;

namespace Cutover.Web.Access;

/// <summary>
/// Guards a lab without login. Listening on loopback keeps other machines out, but not the browser on this one: a foreign page could
/// reach the lab under a name of its own (DNS rebinding), or post to it blindly. Both are refused.
/// </summary>
internal sealed class LabDoor(RequestDelegate next, ILogger<LabDoor> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!ListenAddresses.IsLoopbackHost(request.Host.Host) || !CameByLoopback(context))
        {
            Log.ForeignHost(logger, request.Host.Value ?? string.Empty);
            return Problem.WriteAsync(
                context, new("Not a loopback address", 400, "The lab answers only to localhost, 127.x.x.x and [::1]."));
        }

        if (CanChangeSomething(request) && Origin(request) is { } origin && origin != $"{request.Scheme}://{request.Host}")
        {
            Log.ForeignOrigin(logger, request.Method, request.Path, origin);
            return Problem.WriteAsync(context, new("Sent by a foreign page", 403, "The lab takes nothing from pages of another origin."));
        }

        return next(context);
    }

    private static bool CameByLoopback(HttpContext context) =>
        context.Connection.LocalIpAddress is not { } local || IPAddress.IsLoopback(local);

    // A WebSocket begins as a GET, and the dashboard acts through one.
    private static bool CanChangeSomething(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Headers.ContainsKey("Upgrade");

    private static string? Origin(HttpRequest request) => request.Headers.Origin.Count == 0 ? null : request.Headers.Origin.ToString();
}
