using System.Xml.Linq;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>One error as CloudWatch sends it.</summary>
internal sealed record CloudWatchError(int Status, string Code, string Message)
{
    internal static CloudWatchError Throttled { get; } = new(400, "Throttling", "Rate exceeded");

    internal static CloudWatchError Internal { get; } = new(
        500, "InternalServiceError", "The request processing has failed due to an unknown error.");

    internal static CloudWatchError Validation(string message) => new(400, "ValidationError", message);

    internal static CloudWatchError InvalidValue(string message) => new(400, "InvalidParameterValue", message);

    internal static CloudWatchError InvalidCombination(string message) => new(400, "InvalidParameterCombination", message);

    internal static CloudWatchError Missing(string parameter) => new(400, "MissingParameter", $"The parameter {parameter} is required.");

    internal static CloudWatchError InvalidToken() => new(400, "InvalidNextToken", "The NextToken is not valid for this request.");

    internal static CloudWatchError NotFound(string message) => new(404, "ResourceNotFound", message);

    internal XElement ToXml(string requestId) => new(
        QueryAnswer.Xml + "ErrorResponse",
        new XElement(
            QueryAnswer.Xml + "Error",
            new XElement(QueryAnswer.Xml + "Type", Status >= 500 ? "Receiver" : "Sender"),
            new XElement(QueryAnswer.Xml + "Code", Code),
            new XElement(QueryAnswer.Xml + "Message", Message)),
        new XElement(QueryAnswer.Xml + "RequestId", requestId));
}
