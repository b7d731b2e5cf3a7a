using System.Xml.Linq;

namespace Cutover.Lab.Tests.Route53;

internal sealed record Route53Answer(int Status, XElement Body, Uri? Location)
{
    private static readonly XNamespace Aws = "https://route53.amazonaws.com/doc/2013-04-01/";

    internal string Code => Value("Code");

    internal string Message => Value("Message");

    internal string Value(string name) => Values(name) is [var first, ..] ? first : "";

    internal string[] Values(string name) => [.. Body.Descendants(Aws + name).Select(element => element.Value)];

    /// <summary>Each record set as name, type and identifier.</summary>
    internal string[] Sets() =>
        [.. Body.Descendants(Aws + "ResourceRecordSet").Select(set =>
            $"{set.Element(Aws + "Name")?.Value} {set.Element(Aws + "Type")?.Value} {set.Element(Aws + "SetIdentifier")?.Value}".TrimEnd())];

    internal void ExpectOk() => Assert.True(Status == 200, Body.ToString());

    internal void ExpectError(int status, string code, string messagePart = "")
    {
        Assert.True(Status == status && Code == code, Body.ToString());
        Assert.Contains(messagePart, Message, StringComparison.Ordinal);
        Assert.NotEmpty(Value("RequestId"));
    }
}
