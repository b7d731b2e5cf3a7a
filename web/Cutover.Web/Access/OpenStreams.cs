using System.Security.Claims;
using Cutover.Web.Access.People;

namespace Cutover.Web.Access;

/// <summary>Cuts off an event stream once the token it was opened with holds no longer: a stream may be open for days.</summary>
internal sealed class OpenStreams(RequestDelegate next, Sessions sessions, TimeProvider time)
{
    private static readonly TimeSpan Looks = TimeSpan.FromSeconds(5);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.Value!.EndsWith("/events", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        using var over = new CancellationTokenSource();
        var watching = WatchAsync(context, context.User, over.Token);
        try
        {
            await next(context);
        }
        finally
        {
            await over.CancelAsync();
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WatchAsync(HttpContext context, ClaimsPrincipal person, CancellationToken over)
    {
        using var timer = new PeriodicTimer(Looks, time);
        while (await timer.WaitForNextTickAsync(over))
        {
            if ((await sessions.GrantsAsync(person, over))?.Anywhere is null)
            {
                context.Abort();
                return;
            }
        }
    }
}
