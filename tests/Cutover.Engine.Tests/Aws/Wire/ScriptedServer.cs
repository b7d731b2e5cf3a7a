using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Tests.Aws.Wire;

/// <summary>A real HTTP server on loopback that answers as told, in order, and records what it was asked.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ScriptedAnswer> script = new();
    private readonly Channel<RecordedRequest> arrivals = Channel.CreateUnbounded<RecordedRequest>();

    private ScriptedServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public Uri Endpoint => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public ConcurrentQueue<RecordedRequest> Requests { get; } = new();

    public static async Task<ScriptedServer> StartAsync()
    {
        var server = new ScriptedServer();
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ScriptedServer Then(params ReadOnlySpan<ScriptedAnswer> answers)
    {
        foreach (var answer in answers)
        {
            script.Enqueue(answer);
        }

        return this;
    }

    /// <summary>Answers what the script does not by looking at the request.</summary>
    public Func<RecordedRequest, ScriptedAnswer> Otherwise { get; set; } = _ => ScriptedAnswer.Error(400, "ScriptIsOver");

    public ScriptedServer Then(string body) => Then(new ScriptedAnswer(200, body));

    public async Task<RecordedRequest> NextRequestAsync() =>
        await arrivals.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = new HeaderDictionary(context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase));
        var request = new RecordedRequest(context.Request.Method, target, headers, body);
        Requests.Enqueue(request);
        arrivals.Writer.TryWrite(request);
        await PlayAsync(context, script.TryDequeue(out var answer) ? answer : Otherwise(request));
    }

    private static async Task PlayAsync(HttpContext context, ScriptedAnswer answer)
    {
        if (answer == ScriptedAnswer.Silence)
        {
            var left = new TaskCompletionSource();
            await using var leaving = context.RequestAborted.Register(left.SetResult);
            await left.Task;
        }

        if (answer.Status < 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.Headers.Date = answer.Date?.ToString("r", CultureInfo.InvariantCulture) ?? "unknown";
        if (answer.RequestId is { } id)
        {
            context.Response.Headers["x-amzn-RequestId"] = id;
        }

        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }
}
