using System.Xml;
using System.Xml.Linq;

namespace Cutover.Lab.Route53.Changes;

/// <summary>The XML of request bodies.</summary>
internal static class RequestXml
{
    internal static readonly XNamespace Namespace = "https://route53.amazonaws.com/doc/2013-04-01/";

    /// <summary>The root element, or null when the body is not XML or its root is another.</summary>
    internal static XElement? Load(Stream body, string root, InputFaults faults)
    {
        try
        {
            using var reader = XmlReader.Create(body, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var element = XElement.Load(reader);
            if (element.Name == Namespace + root)
            {
                return element;
            }

            faults.Xml($"the root element must be {root} in namespace {Namespace}, not {element.Name}");
        }
        catch (XmlException malformed)
        {
            faults.Xml(malformed.Message);
        }

        return null;
    }

    internal static string? Text(XElement parent, string name) => parent.Element(Namespace + name)?.Value;
}
