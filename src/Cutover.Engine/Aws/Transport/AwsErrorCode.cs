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
        "RequestExpired" or "RequestTimeTooSkewed" or "RequestInTheFuture" => AwsFailureKind.Clock,

        // A wrong clock is often reported as a wrong signature; only the words tell.
        _ when IsWrongSignature(code) && IsAboutTime(message) => AwsFailureKind.Clock,
        _ when IsWrongSignature(code) => AwsFailureKind.Credentials,
        "ExpiredToken" or "ExpiredTokenException" or "TokenRefreshRequired" or "InvalidClientTokenId" or "InvalidAccessKeyId"
            or "UnrecognizedClientException" => AwsFailureKind.Credentials,
        "IncompleteSignature" or "MissingAuthenticationToken" or "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation"
            or "OptInRequired" or "NotAuthorized" => AwsFailureKind.Denied,
        "ResourceNotFound" or "ResourceNotFoundException" => AwsFailureKind.NotFound,
        "RequestTimeout" or "RequestTimeoutException" => AwsFailureKind.Unavailable,
        _ when code.StartsWith("NoSuch", StringComparison.Ordinal) => AwsFailureKind.NotFound,
        _ => KindOf(status),
    };

    public static bool IsRetriable(AwsFailureKind kind) =>
        kind is AwsFailureKind.Throttled or AwsFailureKind.PriorRequestNotComplete or AwsFailureKind.Unavailable;

    public static bool IsAboutSignature(string code) =>
        IsWrongSignature(code) || code is "IncompleteSignature" or "MissingAuthenticationToken";

    private static bool IsWrongSignature(string code) => code is "SignatureDoesNotMatch" or "InvalidSignatureException";

    private static bool IsAboutTime(string message) =>
        message.StartsWith("Signature expired", StringComparison.OrdinalIgnoreCase)
        || message.StartsWith("Signature not yet current", StringComparison.OrdinalIgnoreCase);

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
