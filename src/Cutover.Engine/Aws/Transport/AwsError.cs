using System.Collections.Immutable;
using System.Net;
using System.Xml.Linq;

namespace Cutover.Engine.Aws.Transport;

/// <summary>Reads an error answer. The code in the body decides; the status only where there is none.</summary>
internal static class AwsError
{
    public static AwsFailure Read(HttpResponseMessage response, XElement? xml, string? requestId)
    {
        var status = response.StatusCode;
        var details = BatchReasons(xml);
        var code = details.IsEmpty ? Text(xml, "Code") ?? $"Http{(int)status}" : nameof(AwsFailureKind.InvalidChangeBatch);
        var message = details.IsEmpty ? Text(xml, "Message") ?? NotFromAws(response) : string.Join(" ", details);
        var kind = AwsErrorCode.KindOf(code, message, status);
        return new(kind, code, WithoutSecrets(code, message), requestId, AwsErrorCode.IsRetriable(kind))
        {
            Details = kind is AwsFailureKind.InvalidChangeBatch && details.IsEmpty ? [message] : details,
        };
    }

    /// <summary>Route 53 has two shapes for a refused batch: its own document, and the one all other errors have.</summary>
    private static ImmutableArray<string> BatchReasons(XElement? xml) =>
        xml is { Name.LocalName: nameof(AwsFailureKind.InvalidChangeBatch) }
            ? [.. xml.Descendants().Where(element => element.Name.LocalName is "Message").Select(element => element.Value)]
            : [];

    /// <summary>AWS always names a code; an answer without one was made on the way.</summary>
    private static string NotFromAws(HttpResponseMessage response) =>
        $"HTTP status {(int)response.StatusCode}, not in AWS's form: it seems to come from something on the way"
            + (response.Headers.Server.ToString() is { Length: > 0 } server ? $" that calls itself {server}." : ".");

    private static string? Text(XElement? xml, string name) =>
        xml?.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>AWS answers a wrong signature with the text it would have signed, session token included.</summary>
    private static string WithoutSecrets(string code, string message) =>
        AwsErrorCode.IsAboutSignature(code) ? message.Split('\n', 2)[0].Trim() : message;
}
