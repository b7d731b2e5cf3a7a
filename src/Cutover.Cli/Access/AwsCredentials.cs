using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;

namespace Cutover.Cli.Access;

/// <summary>Finds AWS credentials the way every AWS tool does, and says where it looked when there are none.</summary>
internal static class AwsCredentials
{
    // Instance metadata does not answer outside AWS; whoever waits at a prompt wants to know soon.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [SuppressMessage("Design", "CA1031", Justification = "The chain's sources share no base exception; all of them mean the same here.")]
    public static async Task<Answer<AWSCredentials>> FindAsync(TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            var credentials = await Task.Run(FindAsync, cancellation).WaitAsync(Limit, time, cancellation);
            return credentials;
        }
        catch (Exception none) when (none is not OperationCanceledException)
        {
            return new CommandProblem(
                ExitCodes.NotAllowed,
                "no AWS credentials were found",
                $"Tried: {string.Join("; ", CredentialSources.Tried(Environment.GetEnvironmentVariable))}",
                "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN for temporary ones), or AWS_PROFILE");
        }
    }

    private static async Task<AWSCredentials> FindAsync()
    {
        var credentials = await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(null);
        await credentials.GetCredentialsAsync();
        return credentials;
    }
}
