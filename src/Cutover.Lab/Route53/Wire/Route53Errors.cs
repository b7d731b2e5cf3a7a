using System.Collections.Immutable;
using Cutover.Lab.Aws;

namespace Cutover.Lab.Route53.Wire;

/// <summary>The error responses, with the codes, statuses and words of the API.</summary>
internal static class Route53Errors
{
    internal static readonly Route53Reply Throttling = Sender(400, "Throttling", "Rate exceeded");

    internal static readonly Route53Reply PriorRequestNotComplete = Sender(
        400, "PriorRequestNotComplete", "The request was rejected because Route 53 was still processing a prior request.");

    internal static readonly Route53Reply InternalFailure = Receiver(
        500, "InternalFailure", "The request processing has failed because of an unknown error.");

    internal static readonly Route53Reply ServiceUnavailable = Receiver(503, "ServiceUnavailable", "Service is unable to handle request.");

    internal static readonly Route53Reply UnknownOperation = Sender(
        404, "UnknownOperationException", "The requested operation is not known here.");

    /// <summary>In AWS's words for a user whose policies do not mention the action.</summary>
    internal static Route53Reply AccessDenied(Route53Route route, string? accessKeyId)
    {
        var action = $"route53:{route.Operation}";
        return Sender(
            403,
            "AccessDenied",
            $"User: arn:aws:iam::000000000000:user/{accessKeyId} is not authorized to perform: {action} on resource: {route.Resource} "
                + $"because no identity-based policy allows the {action} action");
    }

    internal static Route53Reply NoSuchHostedZone(string id) => Sender(404, "NoSuchHostedZone", $"No hosted zone found with ID: {id}");

    internal static Route53Reply NoSuchChange(string id) => Sender(404, "NoSuchChange", $"Could not find resource with ID: {id}");

    internal static Route53Reply NoSuchHealthCheck(string id) =>
        Sender(404, "NoSuchHealthCheck", $"A health check with id {id} does not exist.");

    internal static Route53Reply InvalidInput(string message) => Sender(400, "InvalidInput", message);

    internal static Route53Reply InvalidDomainName(string name) =>
        Sender(400, "InvalidDomainName", $"'{name}' is not a valid domain name.");

    internal static Route53Reply HostedZoneAlreadyExists(string reference) =>
        Sender(409, "HostedZoneAlreadyExists", $"A hosted zone has already been created with the specified caller reference: {reference}");

    internal static Route53Reply Unsigned(SignatureVerdict verdict) => Sender(403, verdict.ErrorCode, verdict.Message);

    internal static Route53Reply InvalidChangeBatch(ImmutableArray<string> problems, InvalidChangeBatchForm form) => form switch
    {
        InvalidChangeBatchForm.Messages => new(400, Route53Reply.Element(
            "InvalidChangeBatch", Route53Reply.Element("Messages", problems.Select(problem => Route53Reply.Element("Message", problem))))),
        _ => Sender(400, "InvalidChangeBatch", $"[{string.Join(", ", problems)}]"),
    };

    private static Route53Reply Sender(int status, string code, string message) => Error(status, "Sender", code, message);

    private static Route53Reply Receiver(int status, string code, string message) => Error(status, "Receiver", code, message);

    private static Route53Reply Error(int status, string type, string code, string message)
    {
        var error = Route53Reply.Element(
            "Error", Route53Reply.Element("Type", type), Route53Reply.Element("Code", code), Route53Reply.Element("Message", message));
        return new(status, Route53Reply.Element("ErrorResponse", error));
    }
}
