namespace Cutover.Engine.Aws.Transport;

/// <summary>
/// Carries the loss of credentials out through HttpClient, where values cannot pass; the attempt turns it into a failure.
/// The message is the cause's type only: what credential sources write into their messages is not ours to vouch for.
/// </summary>
internal sealed class CredentialsUnavailableException(Exception cause)
    : Exception($"No usable AWS credentials ({cause.GetType().Name}).", cause);
