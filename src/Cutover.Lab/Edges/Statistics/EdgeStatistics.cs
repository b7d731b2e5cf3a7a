using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cutover.Lab.Edges.Statistics;

/// <summary>
/// Tells over HTTP what an edge has counted, as a proxy would: an emulation, made of the edge's real counters. While the edge is dead it
/// answers nobody, and afterwards as another process.
/// </summary>
public sealed class EdgeStatistics : IAsyncDisposable
{
    private readonly Edge _edge;
    private readonly StatisticsDialect _dialect;
    private readonly EdgeProcess _process;
    private readonly WebApplication _app;

    private EdgeStatistics(Edge edge, StatisticsDialect dialect, IPEndPoint listen, TimeProvider time)
    {
        (_edge, _dialect, _process) = (edge, dialect, new EdgeProcess(edge, time));

        // An empty builder: nothing of the hosting process's configuration or environment may reach the emulation.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(listen));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Where it listens, with the real port.</summary>
    public Uri Endpoint => new(_app.Urls.Single());

    /// <summary>Starts to listen.</summary>
    /// <param name="edge">Whose counters.</param>
    /// <param name="dialect">As whom it speaks.</param>
    /// <param name="listen">Where; port 0 takes a free one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The address and port are taken.</exception>
    public static async Task<EdgeStatistics> StartAsync(
        Edge edge, StatisticsDialect dialect, IPEndPoint listen, TimeProvider time, CancellationToken cancellationToken)
    {
        var statistics = new EdgeStatistics(edge, dialect, listen, time);
        try
        {
            await statistics._app.StartAsync(cancellationToken).ConfigureAwait(false);
            return statistics;
        }
        catch
        {
            await statistics._app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (_process.Read() is not { } process)
        {
            context.Abort();
            return;
        }

        var (path, query) = (context.Request.Path.Value ?? "", context.Request.Query);
        var page = _dialect == StatisticsDialect.Haproxy
            ? HaproxyPages.Answer(path, process)
            : EnvoyPages.Answer(path, query["format"], query["filter"], process, _edge.Address);
        context.Response.StatusCode = page.Status;
        context.Response.ContentType = page.ContentType;
        await context.Response.WriteAsync(page.Body, context.RequestAborted).ConfigureAwait(false);
    }
}
