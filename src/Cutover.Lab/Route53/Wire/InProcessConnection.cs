using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cutover.Lab.Route53.Wire;

/// <summary>
/// Carries requests to the emulator within the process, byte for byte as a socket would: path, headers and body arrive as they were signed.
/// </summary>
internal sealed class InProcessConnection(RequestDelegate handle) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var context = await ToContextAsync(request, cancellationToken).ConfigureAwait(false);
        context.Features.Set<IHttpRequestLifetimeFeature>(new Lifetime(aborted));
        using var body = new MemoryStream();
        context.Response.Body = body;
        await handle(context).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return aborted.IsCancellationRequested
            ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was closed without an answer.")
            : ToAnswer(context.Response, body.ToArray());
    }

    private static async Task<DefaultHttpContext> ToContextAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        var context = new DefaultHttpContext();
        context.Request.Method = request.Method.Method;
        context.Request.Scheme = uri.Scheme;
        context.Request.Path = PathString.FromUriComponent(uri);
        context.Request.QueryString = QueryString.FromUriComponent(uri);
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = uri.PathAndQuery;
        foreach (var (name, values) in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default))
        {
            context.Request.Headers[name] = values.ToArray();
        }

        context.Request.Headers.Host = request.Headers.Host ?? uri.Authority;
        context.Request.Body = request.Content is { } content
            ? await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false)
            : Stream.Null;
        return context;
    }

    private static HttpResponseMessage ToAnswer(HttpResponse response, byte[] body)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)response.StatusCode) { Content = new ByteArrayContent(body) };
        foreach (var (name, values) in response.Headers)
        {
            if (!answer.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                answer.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return answer;
    }

    private sealed class Lifetime(CancellationTokenSource aborted) : IHttpRequestLifetimeFeature
    {
        public CancellationToken RequestAborted { get; set; } = aborted.Token;

        public void Abort() => aborted.Cancel();
    }
}
