using System.Net;
using System.Xml;
using System.Xml.Linq;

namespace Cutover.Engine.Aws.Transport;

/// <summary>What one try brought back.</summary>
/// <param name="Status">Null when no answer arrived.</param>
/// <param name="ServerTime">What time it was over there; null when the answer does not say.</param>
internal sealed record AwsAnswer(HttpStatusCode? Status, string? RequestId, AwsOutcome<XElement> Outcome, DateTimeOffset? ServerTime = null)
{
    public static AwsAnswer From(AwsCall call, HttpResponseMessage response, string body)
    {
        var xml = Parse(body);
        var requestId = RequestIdOf(response, xml);
        return new(response.StatusCode, requestId, Judge(call, response, xml, requestId), response.Headers.Date);
    }

    public static AwsAnswer Missing(AwsCall call, string code, string message, bool mayHaveArrived)
    {
        var failure = new AwsFailure(AwsFailureKind.Unavailable, code, message, Retriable: true);
        return new(Status: null, RequestId: null, call.Writes && mayHaveArrived ? failure.AsAmbiguous() : failure);
    }

    public static AwsFailure Unreadable(AwsCall call, string why, string? requestId)
    {
        var message = $"The answer to {call.Operation} could not be read: {why}";
        var failure = new AwsFailure(AwsFailureKind.Unavailable, "UnreadableAnswer", message, requestId, Retriable: true);
        return call.Writes ? failure.AsAmbiguous() : failure;
    }

    private static AwsOutcome<XElement> Judge(AwsCall call, HttpResponseMessage response, XElement? xml, string? requestId)
    {
        if (response.IsSuccessStatusCode)
        {
            return xml is null ? Unreadable(call, "it is not XML.", requestId) : xml;
        }

        var failure = AwsError.Read(response, xml, requestId);

        // A server that broke while it worked on a write may have finished it; one that throttled has not begun.
        return call.Writes && failure.Kind is AwsFailureKind.Unavailable ? failure.AsAmbiguous() : failure;
    }

    private static XElement? Parse(string body)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(body));
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? RequestIdOf(HttpResponseMessage response, XElement? xml) =>
        response.Headers.TryGetValues("x-amzn-RequestId", out var values)
            ? values.First()
            : xml?.Descendants().FirstOrDefault(element => element.Name.LocalName is "RequestId" or "RequestID")?.Value;
}
