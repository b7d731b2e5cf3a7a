using Amazon.Runtime;

namespace Cutover.Engine.Aws.Transport;

/// <summary>The credentials that one try is signed with, and whose they are.</summary>
internal sealed class SigningKeys(ImmutableCredentials keys, AwsIdentity identity)
{
    public AwsIdentity Identity => identity;

    public AWSCredentials Credentials => keys.UseToken
        ? new SessionAWSCredentials(keys.AccessKey, keys.SecretKey, keys.Token)
        : new BasicAWSCredentials(keys.AccessKey, keys.SecretKey);

    private ImmutableCredentials Keys => keys;

    public bool SameAs(SigningKeys other) => keys.Equals(other.Keys);
}
