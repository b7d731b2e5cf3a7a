using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Requests;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Web.Access;

namespace Cutover.Web.Api;

/// <summary>
/// Answers a request that came with a key, and comes again with the same key, as it was answered before. A problem of the host itself (5xx)
/// or of the request's form (400) is no answer: such a request may be asked again.
/// </summary>
internal sealed class Idempotency(NamedRequests requests, TimeProvider time) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Headers[ApiRoutes.KeyHeader] is not [var header, ..])
        {
            return await next(context);
        }

        if (RequestKey.Read(header ?? string.Empty) is not { } key)
        {
            return Problem.Answer(new("The key cannot be read", 400, $"{ApiRoutes.KeyHeader}: write 1 to {RequestKey.Longest} visible "
                + "ASCII characters in quotation marks, for example a UUID."));
        }

        var who = Operator.NameOf(http);
        using var turn = requests.Enter(who, key);
        return turn is null ? new UnderWay() : await AnswerAsync(context, next, who, key);
    }

    /// <summary>The request under way as it is to be stored with what it does; null where it has no key.</summary>
    public static RequestRecord? Of(HttpContext context) => context.Features.Get<RequestRecord>();

    // What has a key is done to its end although nobody may be there to hear of it: whoever asks again does.
    private async Task<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, string who, string key)
    {
        var http = context.HttpContext;
        var body = context.Arguments.Single(argument =>
            argument is ActRequest or StartRequest or SavePlaybookRequest or ArchivePlaybookRequest or CommentRequest)!;
        var fingerprint = Fingerprint(http.Request.Method, http.Request.Path, body);
        if (await requests.FindAsync(who, key, CancellationToken.None) is { } before)
        {
            return before.Fingerprint == fingerprint ? await RepeatAsync(http, before) : Problem.Answer(new(
                "The key is taken", 422, $"{ApiRoutes.KeyHeader}: \"{key}\" was used for another request at {before.At:u}; take a new one."));
        }

        var request = new RequestRecord { Who = who, Key = key, Fingerprint = fingerprint, At = time.GetUtcNow() };
        http.Features.Set(request);
        var answer = await next(context);
        await KeepAsync(request, answer);
        return answer;
    }

    private async Task<IResult> RepeatAsync(HttpContext http, RequestRecord before)
    {
        http.Response.Headers[ApiRoutes.RepeatedHeader] = "true";
        return before.Sequence is null
            ? TypedResults.Text(before.Answer ?? string.Empty, before.ContentType, Encoding.UTF8, before.Status)
            : await requests.OutcomeAsync(before, CancellationToken.None) switch
            {
                StartOutcome started => StartAnswer.Of(started),
                var acted => ActAnswer.Of(before.RunId!.Value, (ActOutcome)acted),
            };
    }

    private async Task KeepAsync(RequestRecord request, object? answer)
    {
        var isKept = request.Sequence is not null || request.Status is not null;
        if (isKept || answer is not IStatusCodeHttpResult { StatusCode: { } status and not 400 and < 500 })
        {
            return;
        }

        (request.Status, request.ContentType) = (status, (answer as IContentTypeHttpResult)?.ContentType ?? "application/json");
        request.Answer = answer is IValueHttpResult { Value: { } value } ? RunJson.Write(value) : null;
        await requests.KeepAsync(request, CancellationToken.None);
    }

    internal static string Fingerprint(string method, string path, object body)
    {
        var asked = $"{method} {path} {JsonSerializer.Serialize(body, body.GetType(), RunJson.Options)}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(asked)));
    }

    private sealed class UnderWay : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = "1";
            return Problem.WriteAsync(httpContext, new("Under way", 409, "The request of this key is being answered; ask again in a second."));
        }
    }
}
