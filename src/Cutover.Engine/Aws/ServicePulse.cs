namespace Cutover.Engine.Aws;

/// <summary>When one service of AWS last answered, and whether the latest try came through.</summary>
/// <param name="time">The clock.</param>
public sealed class ServicePulse(TimeProvider time)
{
    private volatile Beat? latest;

    /// <summary>Time since it last answered; null when it never did, or was never asked.</summary>
    public TimeSpan? SinceAnswer => latest?.Answered is { } at ? time.GetElapsedTime(at) : null;

    /// <summary>Time since the first of the tries in vain; null while it answers, and when it was never asked.</summary>
    public TimeSpan? SinceFailing => latest?.Failing is { } at ? time.GetElapsedTime(at) : null;

    /// <param name="failure">How the try failed; null for a success.</param>
    internal void Tried(AwsFailureKind? failure)
    {
        var now = time.GetTimestamp();
        latest = IsInVain(failure) ? new Beat(latest?.Answered, latest?.Failing ?? now) : new Beat(now, null);
    }

    // A service that says no to one request, or asks for patience, is there; one that no request can reach or pass is not.
    private static bool IsInVain(AwsFailureKind? failure) =>
        failure is AwsFailureKind.Unavailable or AwsFailureKind.Denied or AwsFailureKind.Credentials or AwsFailureKind.Clock;

    private sealed record Beat(long? Answered, long? Failing);
}
