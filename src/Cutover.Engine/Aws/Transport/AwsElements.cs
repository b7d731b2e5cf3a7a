using System.Globalization;
using System.Xml.Linq;

namespace Cutover.Engine.Aws.Transport;

/// <summary>Reads AWS's answers: a missing or malformed part is a <see cref="FormatException"/>, never a default.</summary>
internal static class AwsElements
{
    /// <summary>Children are looked up in their parent's namespace, so the root's is the one to check.</summary>
    public static XElement Expect(this XElement root, XNamespace ns, string name) =>
        root.Name == ns + name ? root : throw new FormatException($"expected <{name}>, found <{root.Name}>.");

    public static XElement? Find(this XElement parent, string name) => parent.Element(parent.Name.Namespace + name);

    public static XElement Need(this XElement parent, string name) =>
        parent.Find(name) ?? throw new FormatException($"<{parent.Name.LocalName}> has no <{name}>.");

    public static IEnumerable<XElement> List(this XElement parent, string list, string item) =>
        parent.Find(list)?.Elements(parent.Name.Namespace + item) ?? [];

    /// <summary>Null when absent or empty: some of AWS's services write an empty element for "none".</summary>
    public static string? Text(this XElement parent, string name) => parent.Find(name)?.Value is { Length: > 0 } text ? text : null;

    public static DateTimeOffset ToTime(this XElement element) => DateTimeOffset.Parse(
        element.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
