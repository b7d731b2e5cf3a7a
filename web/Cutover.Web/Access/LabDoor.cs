using System.Net;
using Cutover.Web.Api;

namespace Cutover.Web.Access;

/// <summary>
/// Guards a lab without login. Listening on loopback keeps other machines out, but not the browser on this one: a foreign page could
/// reach the lab under a name of its own (DNS rebinding). That is refused.
/// </summary>
internal sealed class LabDoor(RequestDelegate next, ILogger<LabDoor> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (ListenAddresses.IsLoopbackHost(request.Host.Host) && CameByLoopback(context))
        {
            return next(context);
        }

        Log.ForeignHost(logger, request.Host.Value ?? string.Empty);
        return Problem.WriteAsync(
            context, new("Not a loopback address", 400, "The lab answers only to localhost, 127.x.x.x and [::1]."));
    }

    private static bool CameByLoopback(HttpContext context) =>
        context.Connection.LocalIpAddress is not { } local || IPAddress.IsLoopback(local);
}
