using System.Globalization;
using System.Xml.Linq;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>Builds the XML answers of API version 2010-08-01.</summary>
internal static class QueryAnswer
{
    internal const string Version = "2010-08-01";
    internal static readonly XNamespace Xml = "http://monitoring.amazonaws.com/doc/2010-08-01/";

    internal static XElement Envelope(string action, XElement? result, string requestId) => new(
        Xml + $"{action}Response",
        result,
        new XElement(Xml + "ResponseMetadata", new XElement(Xml + "RequestId", requestId)));

    internal static XElement Element(string name, params object?[] content) => new(Xml + name, content);

    /// <summary>An element, or nothing when there is no text for it.</summary>
    internal static XElement? Optional(string name, string? text) => text is null ? null : Element(name, text);

    internal static XElement List(string name, IEnumerable<object> members) =>
        Element(name, members.Select(member => Element("member", member is XElement element ? element.Nodes() : member)).ToArray<object>());

    internal static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Text(bool flag) => flag ? "true" : "false";

    internal static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
}
