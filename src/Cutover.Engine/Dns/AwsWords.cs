using Cutover.Engine.Aws;

namespace Cutover.Engine.Dns;

/// <summary>
/// A failed call in words for the decision log: AWS's code and message, the request id that AWS support asks for, and what a person can do.
/// Without a full stop at the end.
/// </summary>
public static class AwsWords
{
    public static string Of(AwsFailure failure)
    {
        var details = failure.Details.IsEmpty ? failure.Message : string.Join("; ", failure.Details);
        var request = failure.RequestId is null ? string.Empty : $" (request {failure.RequestId})";
        var advice = Advice(failure);
        return $"{failure.Code}: {details.TrimEnd('.')}{request}{(advice is null ? string.Empty : $". {advice}")}";
    }

    private static string? Advice(AwsFailure failure) => failure.Kind switch
    {
        AwsFailureKind.Denied when failure.Action is not null =>
            $"Allow {failure.Action} on {failure.Resource} in the IAM policy of {Whose(failure.Identity)}",
        AwsFailureKind.Credentials when failure.Identity is { } identity =>
            $"AWS refuses {Whose(identity)}, and asking for fresh credentials gave no better ones: {identity.Renewal}",
        AwsFailureKind.Credentials =>
            "Give Cutover's host credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, an SSO session or a role",
        AwsFailureKind.Clock => $"{Clock(failure.ClockOffset)}; set it, for example by NTP",
        AwsFailureKind.Throttled => "The account's requests are used up, by Cutover and everyone else who uses the account",
        AwsFailureKind.PriorRequestNotComplete =>
            "Route 53 is still working on an earlier change of this zone; see who else changes it if this lasts",
        AwsFailureKind.Unavailable when failure.Ambiguous =>
            "The change may have been made all the same: the zone is read before it is tried again",
        _ => null,
    };

    private static string Whose(AwsIdentity? identity) =>
        identity is null ? "the identity that Cutover uses" : $"access key {identity.AccessKeyId} from {identity.Origin}";

    private static string Clock(TimeSpan? offset) => offset is { } known
        ? $"This machine's clock is {ClockWords.Of(known)}, and signing by AWS's time did not help"
        : "This machine's clock differs from AWS's by more than five minutes, and AWS did not say its time";
}
