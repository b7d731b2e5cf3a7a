using Cutover.Cli.Problems;
using Cutover.Engine.Aws;
using Cutover.Engine.Dns;

namespace Cutover.Cli.Access;

/// <summary>What a failed call to AWS means for the person at the terminal.</summary>
internal static class AwsProblems
{
    /// <param name="what">What could not be done, as a sentence without its full stop.</param>
    /// <param name="action">The IAM action that the call needs, for example "route53:ListResourceRecordSets".</param>
    public static CommandProblem Of(AwsFailure failure, string what, string action) => new(
        failure.Kind is AwsFailureKind.Denied or AwsFailureKind.Credentials ? ExitCodes.NotAllowed : ExitCodes.ZoneUnreadable,
        what,
        AwsWords.Of(failure),
        failure.Kind switch
        {
            AwsFailureKind.Denied => $"these credentials need {action} (cutover iam --playbook file prints the whole policy); "
                + "use others with AWS_PROFILE or AWS_ACCESS_KEY_ID",
            AwsFailureKind.Credentials => "renew the credentials (aws sso login, or new temporary keys), and check this machine's clock",
            AwsFailureKind.NotFound => "check the zone's id, and that the credentials belong to the account that holds the zone",
            AwsFailureKind.Unavailable or AwsFailureKind.Throttled or AwsFailureKind.PriorRequestNotComplete =>
                "say the same again: it is safe to repeat",
            _ => null,
        });
}
