using Cutover.Web.Api;

namespace Cutover.Web.Access;

/// <summary>Takes nothing that could change something from a page of another origin, whatever it brings along.</summary>
internal sealed class OriginDoor(RequestDelegate next, ILogger<OriginDoor> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (CanChangeSomething(request) && request.Headers.Origin.Count > 0 && !IsOwn(request))
        {
            Log.ForeignOrigin(logger, request.Method, request.Path, request.Headers.Origin.ToString());
            return Problem.WriteAsync(
                context, new("Sent by a foreign page", 403, "Nothing that changes something is taken from pages of another origin."));
        }

        return next(context);
    }

    // A WebSocket begins as a GET, and the dashboard acts through one.
    private static bool CanChangeSomething(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Headers.ContainsKey("Upgrade");

    // The scheme is not compared: a proxy that ends TLS speaks http to the host, and tells the browser's own name of it.
    private static bool IsOwn(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && origin.Authority.Equals(Authority(request), StringComparison.OrdinalIgnoreCase);

    private static string Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Headers.Origin.ToString().Split(':')[0]}://{request.Host}", UriKind.Absolute, out var own)
            ? own.Authority
            : string.Empty;
}
