using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cutover.Tests.Fixtures;

/// <summary>A web server on loopback that takes webhooks, and answers as it is told to.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication app;
    private readonly Channel<Hook> hooks = Channel.CreateUnbounded<Hook>();

    private HookReceiver(WebApplication app) => this.app = app;

    /// <summary>Answers, the first first; 200 once there is none left.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Answers { get; } = new();

    public Uri Address => new(app.Urls.Single());

    public static async Task<HookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new HookReceiver(builder.Build());
        receiver.app.Run(receiver.TakeAsync);
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public void Answer(HttpStatusCode status, string? header = null, string? value = null) => Answers.Enqueue(context =>
    {
        context.Response.StatusCode = (int)status;
        if (header is not null)
        {
            context.Response.Headers[header] = value;
        }

        return Task.CompletedTask;
    });

    /// <summary>The next webhook, when it comes.</summary>
    public async Task<Hook> NextAsync() => await hooks.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
        .WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>One that has come; null where none has.</summary>
    public Hook? Came() => hooks.Reader.TryRead(out var hook) ? hook : null;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        hooks.Writer.TryWrite(new Hook(context.Request.Path, context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body));
        if (Answers.TryDequeue(out var answer))
        {
            await answer(context);
        }
    }
}
