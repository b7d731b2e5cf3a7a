using System.Net;
using Cutover.Engine.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cutover.Cli.Tests.Hosting;

/// <summary>A real HTTP host on a port of its own, over a <see cref="ScriptedWorld"/>.</summary>
internal sealed class ScriptedHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private ScriptedHost(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    public int Port => new Uri(Url).Port;

    /// <param name="port">0 for any that is free.</param>
    public static async Task<ScriptedHost> StartAsync(ScriptedWorld world, int port = 0)
    {
        var app = Build(port);
        app.Use((context, next) => AdmitAsync(context, next, world));
        ScriptedApi.Map(app, world);
        ScriptedConversions.Map(app, world.ConvertedZone);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ScriptedHost(app);
    }

    /// <summary>A host that gives the same answer to everything, and is not Cutover.</summary>
    public static async Task<ScriptedHost> StartForeignAsync(RequestDelegate answer)
    {
        var app = Build(0);
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ScriptedHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(TestContext.Current.CancellationToken);
        await app.DisposeAsync();
    }

    private static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        return builder.Build();
    }

    private static Task AdmitAsync(HttpContext context, RequestDelegate next, ScriptedWorld world)
    {
        var headers = context.Request.Headers;
        world.Asked.Enqueue((headers[ApiRoutes.OperatorHeader], headers.Authorization));
        context.Response.StatusCode = (world.Token, world.Forbids) switch
        {
            ({ } token, _) when headers.Authorization != $"Bearer {token}" => 401,
            (_, true) => 403,
            _ => 200,
        };
        return context.Response.StatusCode == 200 ? next(context) : Task.CompletedTask;
    }
}
