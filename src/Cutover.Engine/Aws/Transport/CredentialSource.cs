using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace Cutover.Engine.Aws.Transport;

/// <summary>Gives the credentials of the moment; temporary ones are renewed by the chain itself.</summary>
internal sealed class CredentialSource(AWSCredentials? given)
{
    /// <exception cref="CredentialsUnavailableException">None were found, or the place they come from did not answer.</exception>
    public async Task<AWSCredentials> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var credentials = given ?? await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(null)
                .WaitAsync(cancellationToken).ConfigureAwait(false);
            await credentials.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return credentials;
        }
#pragma warning disable CA1031 // The chain's sources (files, HTTP, STS, SSO) share no base exception; all of them mean the same here.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            throw new CredentialsUnavailableException(e);
        }
    }
}
