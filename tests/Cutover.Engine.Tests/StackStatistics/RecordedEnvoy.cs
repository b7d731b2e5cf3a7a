using System.Collections.Concurrent;
using System.Net;
using Cutover.Core.Playbooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cutover.Engine.Tests.StackStatistics;

/// <summary>Answers like Envoy's admin interface, in the shapes of its public documentation, with numbers that a test sets.</summary>
internal sealed class RecordedEnvoy : IAsyncDisposable
{
    private readonly WebApplication app;

    private RecordedEnvoy()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public EnvoyAdmin Endpoint => new(new Uri(app.Urls.Single()), "ingress_wss");

    public ConcurrentQueue<string> Asked { get; } = [];

    public string Ready { get; set; } = "LIVE";

    public int Epoch { get; set; }

    public long Upgrades { get; set; } = 10;

    /// <summary>Runs before an answer to the path.</summary>
    public Action<string> Before { get; set; } = _ => { };

    public static async Task<RecordedEnvoy> StartAsync()
    {
        var envoy = new RecordedEnvoy();
        await envoy.app.StartAsync(TestContext.Current.CancellationToken);
        return envoy;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Asked.Enqueue(path + context.Request.QueryString.Value);
        Before(path);
        context.Response.StatusCode = path == "/ready" && Ready != "LIVE" ? 503 : 200;
        await context.Response.WriteAsync(Body(path));
    }

    private string Body(string path) => path switch
    {
        "/ready" => Ready + "\n",
        "/stats" => $$"""{"stats":[{"name":"http.ingress_wss.downstream_rq_1xx","value":{{Upgrades}}}]}""",
        "/clusters" => """{"cluster_statuses":[]}""",
        _ => $$"""{"version":"x","command_line_options":{"restart_epoch":{{Epoch}}},"uptime_current_epoch":"9s"}""",
    };
}
