using Amazon.Runtime;

namespace Cutover.Engine.Tests.Aws.Wire;

/// <summary>Temporary credentials as a role gives them: asked for only when the SDK thinks they are over or they are cleared.</summary>
internal sealed class RotatingCredentials(params (string AccessKey, string SecretKey)[] keys) : RefreshingAWSCredentials
{
    private int made;

    /// <summary>How often new ones were asked for.</summary>
    public int Made => Volatile.Read(ref made);

    protected override CredentialsRefreshState GenerateNewCredentials()
    {
        var number = Interlocked.Increment(ref made);
        var (access, secret) = keys[Math.Min(number, keys.Length) - 1];
        return new CredentialsRefreshState(new ImmutableCredentials(access, secret, $"token-{access}"), DateTime.UtcNow.AddHours(12));
    }
}
