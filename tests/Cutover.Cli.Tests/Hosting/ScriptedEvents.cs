using Cutover.Core.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cutover.Cli.Tests.Hosting;

/// <summary>The server-sent events of one run. They end with the host, as a killed host's do.</summary>
internal static class ScriptedEvents
{
    public static async Task SendAsync(HttpContext context, ScriptedWorld world, long id)
    {
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        var feed = world.Feed.SubscribeAsync(over.Token);
        await context.Response.Body.FlushAsync(over.Token);
        try
        {
            await foreach (var moved in feed)
            {
                if (moved.RunId == id)
                {
                    await context.Response.WriteAsync($"event: moved\ndata: {RunJson.Write(moved)}\n\n", over.Token);
                    await context.Response.Body.FlushAsync(over.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }
}
