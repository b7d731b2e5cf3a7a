using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace Cutover.Engine.Aws.Transport;

/// <summary>Gives the credentials of the moment. Temporary ones are renewed by the chain itself, unless AWS refuses them before.</summary>
/// <param name="given">Null for the usual chain.</param>
internal sealed class CredentialSource(AWSCredentials? given) : IDisposable
{
    // One at a time: a chain must not be thrown away while another call still asks it.
    private readonly SemaphoreSlim gate = new(1, 1);
    private DefaultAWSCredentialsIdentityResolver chain = new();

    /// <summary>The credentials, or a failure that says there are none.</summary>
    public async Task<AwsOutcome<SigningKeys>> GetAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await AskAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>AWS refused these: asks for others. True when there are others now, by this or another call's doing.</summary>
    public async Task<bool> RenewAsync(SigningKeys refused, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (await OthersAsync(refused, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }

            Forget();
            return await OthersAsync(refused, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        gate.Dispose();
        chain.Dispose();
    }

    private async Task<bool> OthersAsync(SigningKeys refused, CancellationToken cancellationToken) =>
        (await AskAsync(cancellationToken).ConfigureAwait(false)).TryGet(out var keys, out _) && !keys.SameAs(refused);

    private void Forget()
    {
        (given as RefreshingAWSCredentials)?.ClearCredentials();
        chain.Dispose();
        chain = new DefaultAWSCredentialsIdentityResolver();
    }

    private async Task<AwsOutcome<SigningKeys>> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var source = given ?? await chain.ResolveIdentityAsync(null, cancellationToken).ConfigureAwait(false);
            var keys = await source.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return new SigningKeys(keys, CredentialOrigin.IdentityOf(source, keys.AccessKey));
        }
#pragma warning disable CA1031 // The chain's sources (files, HTTP, STS, SSO) share no base exception; all of them mean the same here.
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // The cause's type only: what credential sources write into their messages is not ours to vouch for.
            return new AwsFailure(AwsFailureKind.Credentials, "NoCredentials", $"No usable AWS credentials ({e.GetType().Name}).");
        }
    }
}
