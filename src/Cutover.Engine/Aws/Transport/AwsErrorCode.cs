using System.Net;

namespace Cutover.Engine.Aws.Transport;

/// <summary>AWS's error codes by what they mean for a caller.</summary>
internal static class AwsErrorCode
{
    public static AwsFailureKind KindOf(string code, string message, HttpStatusCode status) => code switch
    {
        "Throttling" or "ThrottlingException" or "ThrottledException" or "RequestThrottled" or "RequestThrottledException"
            or "RequestLimitExceeded" or "TooManyRequestsException" or "SlowDown" => AwsFailureKind.Throttled,
        "PriorRequestNotComplete" => AwsFailureKind.PriorRequestNotComplete,
        "InvalidChangeBatch" => AwsFailureKind.InvalidChangeBatch,
        "ExpiredToken" or "ExpiredTokenException" or "RequestExpired" or "RequestTimeTooSkewed" or "InvalidClientTokenId"
            or "UnrecognizedClientException" => AwsFailureKind.Credentials,

        // The Query services report a wrong clock as a wrong signature; only the words tell.
        "SignatureDoesNotMatch" when message.StartsWith("Signature expired", StringComparison.OrdinalIgnoreCase)
            || message.StartsWith("Signature not yet current", StringComparison.OrdinalIgnoreCase) => AwsFailureKind.Credentials,
        "SignatureDoesNotMatch" or "IncompleteSignature" or "MissingAuthenticationToken" or "AccessDenied" or "AccessDeniedException"
            or "UnauthorizedOperation" or "OptInRequired" or "NotAuthorized" => AwsFailureKind.Denied,
        "ResourceNotFound" or "ResourceNotFoundException" => AwsFailureKind.NotFound,
        "RequestTimeout" or "RequestTimeoutException" => AwsFailureKind.Unavailable,
        _ when code.StartsWith("NoSuch", StringComparison.Ordinal) => AwsFailureKind.NotFound,
        _ => KindOf(status),
    };

    public static bool IsRetriable(AwsFailureKind kind) =>
        kind is AwsFailureKind.Throttled or AwsFailureKind.PriorRequestNotComplete or AwsFailureKind.Unavailable;

    public static bool IsAboutSignature(string code) =>
        code is "SignatureDoesNotMatch" or "IncompleteSignature" or "MissingAuthenticationToken" or "InvalidSignatureException";

    private static AwsFailureKind KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => AwsFailureKind.Throttled,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => AwsFailureKind.Denied,
        HttpStatusCode.NotFound => AwsFailureKind.NotFound,
        HttpStatusCode.RequestTimeout => AwsFailureKind.Unavailable,
        >= HttpStatusCode.InternalServerError => AwsFailureKind.Unavailable,
        _ => AwsFailureKind.Invalid,
    };
}
