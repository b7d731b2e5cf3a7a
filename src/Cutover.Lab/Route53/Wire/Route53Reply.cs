using System.Globalization;
using System.Xml.Linq;
using Cutover.Lab.Route53.Changes;
using Microsoft.AspNetCore.Http;

namespace Cutover.Lab.Route53.Wire;

/// <summary>A response: HTTP status, XML body, and the Location of something created.</summary>
internal sealed record Route53Reply(int Status, XElement Body, string? Location = null)
{
    internal static Route53Reply Ok(string root, params object?[] content) => new(StatusCodes.Status200OK, Element(root, content));

    internal static XElement Element(string name, params object?[] content) => new(RequestXml.Namespace + name, content);

    /// <summary>An element for a value that may be absent.</summary>
    internal static XElement? Optional(string name, object? value) => value is null ? null : Element(name, value);

    internal static XElement Flag(string name, bool value) => Element(name, value ? "true" : "false");

    internal static XElement Moment(string name, DateTimeOffset at) =>
        Element(name, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    internal async Task WriteAsync(HttpResponse response, string requestId, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        response.ContentType = "text/xml";
        response.Headers["x-amzn-RequestId"] = requestId;
        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        var document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + WithRequestId(requestId);
        await response.WriteAsync(document, cancellationToken).ConfigureAwait(false);
    }

    private string WithRequestId(string requestId)
    {
        var body = Status < StatusCodes.Status400BadRequest ? Body : new XElement(Body);
        if (!ReferenceEquals(body, Body))
        {
            body.Add(Element("RequestId", requestId));
        }

        return body.ToString(SaveOptions.DisableFormatting);
    }
}
