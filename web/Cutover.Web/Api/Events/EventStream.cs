using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Cutover.Web.Api.Events;

/// <summary>
/// Writes a stream as Server-Sent Events. Nothing is read ahead of a reader; one that takes nothing for so long is cut off, and resumes where
/// it was.
/// </summary>
internal sealed class EventStream(IAsyncEnumerable<StreamItem> items, TimeProvider time) : IResult
{
    public const string ContentType = "text/event-stream";

    /// <summary>How long a reader may take nothing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // How soon a reader whose connection broke comes back, in milliseconds.
    private const string Head = "retry: 2000\n\n";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, aborted) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        try
        {
            await WriteAsync(response, Head, aborted);
            await foreach (var item in items.WithCancellation(aborted))
            {
                await WriteAsync(response, Text(item), aborted);
            }
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            // The reader left.
        }
        catch (TimeoutException)
        {
            httpContext.Abort();
        }
    }

    private Task WriteAsync(HttpResponse response, string text, CancellationToken aborted) =>
        response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), aborted).AsTask().WaitAsync(Patience, time, aborted);

    private string Text(StreamItem item) => item switch
    {
        { Id: null } => FormattableString.Invariant($": {time.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}\n\n"),
        { Data: null } => $"id: {item.Id}\n\n",
        _ => $"id: {item.Id}\nevent: decision\ndata: {item.Data}\n\n",
    };
}
