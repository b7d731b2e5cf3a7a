namespace Cutover.Lab.Aws;

/// <summary>The outcome of <see cref="SignatureVerifier"/>.</summary>
/// <param name="Status">What was found.</param>
/// <param name="Message">The sentence for the error body; empty when valid.</param>
/// <param name="AccessKeyId">The key that was named, when one was.</param>
public sealed record SignatureVerdict(SignatureStatus Status, string Message, string? AccessKeyId = null)
{
    /// <summary>True only for <see cref="SignatureStatus.Valid"/>.</summary>
    public bool IsValid => Status == SignatureStatus.Valid;

    /// <summary>
    /// The error code on the wire, always with HTTP status 403. Route 53 and CloudWatch report skew as a signature that does not match;
    /// only the message tells it apart.
    /// </summary>
    public string ErrorCode => Status == SignatureStatus.RequestExpired ? nameof(SignatureStatus.SignatureDoesNotMatch) : Status.ToString();

    internal static SignatureVerdict Mismatch(string message, string accessKeyId) =>
        new(SignatureStatus.SignatureDoesNotMatch, message, accessKeyId);
}
