using System.Xml.Linq;
using Cutover.Lab.Aws;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>One HTTP request: is it Query, is it signed, does a dial break it, and if not, what is the answer.</summary>
internal sealed class QueryEndpoint(SignatureVerifier verifier, Operations operations, CloudWatchFaults faults, TimeProvider time)
{
    private static readonly FormOptions Form = new() { ValueCountLimit = 400_000, KeyLengthLimit = 512, ValueLengthLimit = 65_536 };

    internal async Task HandleAsync(HttpContext context)
    {
        var requestId = Guid.NewGuid().ToString();
        try
        {
            if (await AnswerAsync(context, requestId).ConfigureAwait(false) is { } answer)
            {
                await WriteAsync(context, 200, answer, requestId).ConfigureAwait(false);
            }
        }
        catch (RefusedException refused)
        {
            await WriteAsync(context, refused.Error.Status, refused.Error.ToXml(requestId), requestId).ConfigureAwait(false);
        }
    }

    /// <summary>The answer, or null when the connection was dropped instead.</summary>
    private async Task<XElement?> AnswerAsync(HttpContext context, string requestId)
    {
        var verdict = await verifier.VerifyAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        RefuseOtherProtocols(context.Request);
        if (!verdict.IsValid)
        {
            throw new RefusedException(new(403, verdict.ErrorCode, verdict.Message));
        }

        var request = await ReadAsync(context).ConfigureAwait(false);
        if (request.Text("Action") != "PutMetricData" || faults.IncludePuts)
        {
            await Task.Delay(faults.ExtraLatency, time, context.RequestAborted).ConfigureAwait(false);
            if (faults.Drop)
            {
                context.Abort();
                return null;
            }

            RefuseByDial(request);
        }

        var result = operations.Perform(request);
        return QueryAnswer.Envelope(request.Required("Action"), result, requestId);
    }

    private static async Task<QueryNode> ReadAsync(HttpContext context)
    {
        try
        {
            return QueryNode.Parse(await context.Request.ReadFormAsync(Form, context.RequestAborted).ConfigureAwait(false));
        }
        catch (InvalidDataException exception)
        {
            throw new RefusedException(new(400, "MalformedQueryString", exception.Message));
        }
    }

    private static void RefuseOtherProtocols(HttpRequest request)
    {
        if (request.Method != HttpMethods.Post || !request.HasFormContentType || request.Headers.ContentEncoding.Count > 0)
        {
            throw new RefusedException(new(
                400,
                "UnsupportedProtocol",
                $"This emulator speaks the AWS Query protocol only: POST with application/x-www-form-urlencoded, "
                    + $"not compressed. It was sent {request.Method} with '{request.ContentType}'."));
        }
    }

    private void RefuseByDial(QueryNode request)
    {
        if (faults.AccessDenied)
        {
            throw new RefusedException(new(
                403, "AccessDenied", $"The caller is not authorized to perform: cloudwatch:{request.Text("Action")}"));
        }

        if (faults.TakeFailure())
        {
            throw new RefusedException(CloudWatchError.Internal);
        }

        if (faults.TakeThrottle())
        {
            throw new RefusedException(CloudWatchError.Throttled);
        }
    }

    private static Task WriteAsync(HttpContext context, int status, XElement answer, string requestId)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml";
        context.Response.Headers["x-amzn-RequestId"] = requestId;
        return context.Response.WriteAsync(answer.ToString(SaveOptions.DisableFormatting), context.RequestAborted);
    }
}
