using Amazon.Runtime;

namespace Cutover.Engine.Aws.Transport;

/// <summary>Where credentials come from, and what a person does to get new ones there.</summary>
internal static class CredentialOrigin
{
    public static AwsIdentity IdentityOf(AWSCredentials source, string accessKeyId)
    {
        var (origin, renewal) = Words(source);
        return new AwsIdentity(accessKeyId, origin, renewal);
    }

    private static (string Origin, string Renewal) Words(AWSCredentials source) => source switch
    {
        EnvironmentVariablesAWSCredentials =>
            ("AWS_ACCESS_KEY_ID of Cutover's environment", "set new variables and restart Cutover's host"),
        SSOAWSCredentials => ("an SSO session", "run \"aws sso login\" as the user that Cutover's host runs as"),
        AssumeRoleAWSCredentials => ("an assumed role", "see that the profile's source may still assume the role"),
        AssumeRoleWithWebIdentityCredentials => ("a web identity", "see that AWS_WEB_IDENTITY_TOKEN_FILE holds a current token"),
        ProcessAWSCredentials => ("the profile's credential_process", "see that the process gives valid credentials"),
        BasicAWSCredentials or SessionAWSCredentials =>
            ("the profile or the host's own settings", "put valid keys there; a changed profile is read without a restart"),
        _ => ("the role of the instance or container", "see that the role is still attached and its metadata service answers"),
    };
}
